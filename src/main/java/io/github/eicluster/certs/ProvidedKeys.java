package io.github.eicluster.certs;

import io.github.eicluster.model.KeySource;
import io.github.eicluster.model.Problem;
import io.github.eicluster.model.Secret;
import java.nio.file.Path;
import java.security.PrivateKey;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * Reads and checks the keys that a team gives: files, passwords, key against certificate, chain, dates, key size, names.
 * What is wrong is reported with its POM path, value, rule and remedy.
 */
final class ProvidedKeys {

    private static final String TRUSTED = "cluster/certificates/trusted/certificate";
    private static final String OF_DATABASE = "cluster/database/caCertificate";

    private final GivenFiles files;
    private final CertificateChecks checks;
    private final List<Problem> problems;

    /** What {@link #trusted} has read: an issuer among them is not missing in a chain. */
    private final List<X509Certificate> anchors = new ArrayList<>();

    /** Relative paths start from the base directory; problems go to the list. */
    ProvidedKeys(Path baseDirectory, Instant now, int renewBefore, List<Problem> problems) {
        this.files = new GivenFiles(baseDirectory, problems);
        this.checks = new CertificateChecks(now, renewBefore, problems);
        this.problems = problems;
    }

    /**
     * Reads one key. {@link #trusted} is to be called before, if there are such certificates.
     *
     * @param place POM path of the purpose, such as {@code cluster/certificates/node}
     * @param source what the POM says
     * @param names host names that it should be valid for; a missing one is a warning; empty for the internal key
     * @return key and chain, or nothing if there is an error
     */
    Optional<KeyEntry> read(String place, KeySource source, List<String> names) {
        long before = errors();
        Optional<KeyEntry> entry = source.keystore().isPresent() ? fromStore(place, source) : fromTexts(place, source);
        entry.ifPresent(found -> {
            String where = place + (source.keystore().isPresent() ? "/keystore" : "/certificate");
            checks.key(where, found, names.isEmpty());
            found.chain().forEach(certificate -> checks.dates(where, certificate, names.isEmpty()));
            if (!names.isEmpty()) {
                checks.chain(place + (source.keystore().isPresent() ? "/keystore" : "/chain"), found, anchors);
                checks.names(where, found.certificate(), names);
            }
        });
        return errors() > before ? Optional.empty() : entry;
    }

    /** Reads the files of {@code cluster/certificates/trusted/certificate} and of the database; alias to certificate. */
    Map<String, X509Certificate> trusted(List<String> paths, Optional<String> ofDatabase) {
        Map<String, X509Certificate> trusted = new LinkedHashMap<>();
        for (int i = 0; i < paths.size(); i++) {
            addTrusted(TRUSTED + "[" + (i + 1) + "]", paths.get(i), trusted);
        }
        ofDatabase.ifPresent(path -> addTrusted(OF_DATABASE, path, trusted));
        anchors.addAll(trusted.values());
        return trusted;
    }

    private void addTrusted(String place, String path, Map<String, X509Certificate> trusted) {
        for (X509Certificate certificate : files.certificates(place, path)) {
            checks.dates(place, certificate, true);
            trusted.put(freeAlias(path, trusted), certificate);
        }
    }

    private static String freeAlias(String path, Map<String, X509Certificate> taken) {
        String file = path.substring(Math.max(path.lastIndexOf('/'), path.lastIndexOf('\\')) + 1);
        int dot = file.lastIndexOf('.');
        String name = "trusted-" + (dot > 0 ? file.substring(0, dot) : file).toLowerCase(Locale.ENGLISH);
        String alias = name;
        for (int n = 2; taken.containsKey(alias); n++) {
            alias = name + "-" + n;
        }
        return alias;
    }

    private Optional<KeyEntry> fromTexts(String place, KeySource source) {
        if (source.certificate().isEmpty() || source.key().isEmpty()) {
            problems.add(Problem.error(
                    place, "a provided key needs certificate and key, or keystore; one of the two is missing."));
            return Optional.empty();
        }
        String path = source.certificate().get();
        List<X509Certificate> given = files.certificates(place + "/certificate", path);
        List<X509Certificate> others = new ArrayList<>(given);
        source.chain().ifPresent(chain -> others.addAll(files.certificates(place + "/chain", chain)));
        Optional<PrivateKey> key = files.key(place + "/key", source.key().get(), source.password());
        if (given.isEmpty() || key.isEmpty()) {
            return Optional.empty();
        }
        Optional<X509Certificate> own = given.stream()
                .filter(certificate -> ChainBuilder.belongs(key.get(), certificate))
                .findFirst();
        if (own.isEmpty()) {
            problems.add(Problem.error(
                    place + "/key",
                    "'" + source.key().get() + "' does not belong to the certificate in '" + path + "' ("
                            + SubjectNames.readable(given.get(0).getSubjectX500Principal())
                            + "). Give the key that the certificate was requested with."));
        }
        return own.map(certificate -> new KeyEntry(key.get(), ChainBuilder.order(certificate, others)));
    }

    private Optional<KeyEntry> fromStore(String place, KeySource source) {
        String path = source.keystore().get();
        String where = place + "/keystore";
        if (source.password().isEmpty()) {
            problems.add(Problem.error(
                    where, "'" + path + "' needs its password. Give serverId (or password) beside keystore."));
            return Optional.empty();
        }
        Secret password = source.password().get();
        Optional<StoreFile> store = files.use(
                where,
                path,
                "Give a JKS or PKCS#12 file and its password.",
                content -> StoreFile.open(content, password));
        Optional<String> alias = store.flatMap(found -> alias(place, path, source.alias(), found));
        if (alias.isEmpty()) {
            return Optional.empty();
        }
        try {
            KeyEntry entry = store.get().entry(alias.get(), password);
            if (ChainBuilder.belongs(entry.key(), entry.certificate())) {
                return Optional.of(new KeyEntry(entry.key(), ChainBuilder.order(entry.certificate(), entry.chain())));
            }
            problems.add(
                    Problem.error(
                            where,
                            "the key '" + alias.get() + "' in '" + path
                                    + "' does not belong to its certificate. Make the file again from the two that belong together."));
        } catch (BadKeyException e) {
            problems.add(Problem.error(
                    where,
                    "'" + path + "' " + e.getMessage()
                            + ". The key's password must be that of the file; change it with keytool -keypasswd."));
        }
        return Optional.empty();
    }

    private Optional<String> alias(String place, String path, Optional<String> declared, StoreFile store) {
        List<String> found = store.keyAliases();
        String list = String.join(", ", found);
        if (found.isEmpty()) {
            problems.add(Problem.error(
                    place + "/keystore", "'" + path + "' holds no private key. Give a key store, not a trust store."));
        } else if (declared.isPresent()) {
            String alias = declared.get();
            if (found.stream().anyMatch(alias::equalsIgnoreCase)) {
                return declared;
            }
            boolean isCertificate = store.trusted().keySet().stream().anyMatch(alias::equalsIgnoreCase);
            problems.add(Problem.error(
                    place + "/alias",
                    "'" + alias + "' "
                            + (isCertificate ? "is a certificate without a private key" : "is no alias")
                            + " in '" + path + "'. Give one of its keys: " + list + "."));
        } else if (found.size() > 1) {
            problems.add(Problem.error(
                    place + "/keystore",
                    "'" + path + "' holds several private keys. Give alias, one of: " + list + "."));
        } else {
            return Optional.of(found.get(0));
        }
        return Optional.empty();
    }

    private long errors() {
        return problems.stream().filter(Problem::isError).count();
    }
}
