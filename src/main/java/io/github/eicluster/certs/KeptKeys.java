package io.github.eicluster.certs;

import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Tells of the places that stay as the distribution has them, and of what is wrong there. */
final class KeptKeys {

    private final Planning planning;

    KeptKeys(Planning planning) {
        this.planning = planning;
    }

    /** Reports places whose key store stays. */
    void report(List<FoundKey> kept) {
        kept.forEach(this::judge);
        Map<String, List<FoundKey>> groups = new LinkedHashMap<>();
        for (FoundKey key : kept) {
            if (!key.chain().isEmpty()) {
                String group = key.reference().path().orElseThrow()
                        + Fingerprints.of(key.chain().get(0));
                groups.computeIfAbsent(group, none -> new ArrayList<>()).add(key);
            }
        }
        groups.values().forEach(group -> {
            judgeKey(group.get(0));
            tell(group);
        });
    }

    private void judge(FoundKey key) {
        String place = key.reference().place();
        Findings findings = planning.findings();
        switch (key.state()) {
            case BROKEN ->
                findings.report(
                        key.reference().active(),
                        place,
                        key.trouble()
                                + (key.reference().active() ? "." : "; the file is a template that no server reads."));
            case UNKNOWN ->
                findings.warning(
                        place,
                        key.trouble()
                                + ". The key store stays as it is and could not be checked; if it holds the vendor's"
                                + " public key, replace it.");
            default -> {} // judged once for all places of the same store
        }
    }

    /** What is wrong with a key that can be read; the first place stands for all that name it. */
    private void judgeKey(FoundKey key) {
        X509Certificate certificate = key.chain().get(0);
        if (key.state() == FoundKey.State.VENDOR) {
            planning.findings()
                    .report(
                            planning.production(),
                            key.reference().place(),
                            "keeps the vendor's key, whose private half everybody has ("
                                    + PlanTexts.certificate(certificate)
                                    + "). Set cluster/certificates/internalKey to auto or provided.");
        } else {
            own(key, certificate);
        }
    }

    private void own(FoundKey key, X509Certificate certificate) {
        String place = key.reference().place();
        Instant end = certificate.getNotAfter().toInstant();
        Duration notice = Duration.ofDays(planning.wanted().renewBefore());
        if (!end.isAfter(planning.now().plus(notice))) {
            planning.findings()
                    .warning(
                            place,
                            "the certificate of the distribution's own key "
                                    + (end.isAfter(planning.now()) ? "ends" : "ended") + " on "
                                    + PlanTexts.end(certificate) + " (" + PlanTexts.subject(certificate) + ", SHA-256 "
                                    + Fingerprints.of(certificate) + " in "
                                    + key.reference().path().orElseThrow() + "). Renew it.");
        }
        if (VendorKeys.looksLikeOne(certificate)) {
            planning.findings()
                    .warning(
                            place,
                            "keeps a key with the subject of the vendor's public keys, but not one of those that are known ("
                                    + PlanTexts.certificate(certificate)
                                    + "). If it came with an update pack, everybody"
                                    + " has it: enter the fingerprint in cluster/certificates/defaultKeys, or set"
                                    + " cluster/certificates/internalKey to generate.");
        }
    }

    private void tell(List<FoundKey> group) {
        FoundKey first = group.get(0);
        List<String> nodes = distinct(group.stream().map(FoundKey::nodeId));
        String where = nodes.size() == planning.nodeIds().size() ? "" : " on " + PlanTexts.list(nodes);
        planning.findings()
                .message("Kept the distribution's own key in "
                        + first.reference().path().orElseThrow() + where + " ("
                        + PlanTexts.certificate(first.chain().get(0)) + "), which "
                        + PlanTexts.list(distinct(
                                group.stream().map(key -> key.reference().place()))) + " "
                        + (group.size() == 1 ? "names." : "name."));
    }

    private static List<String> distinct(Stream<String> texts) {
        return texts.distinct().toList();
    }
}
