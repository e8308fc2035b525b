package io.github.eicluster.certs;

import io.github.eicluster.model.Secret;
import java.nio.charset.StandardCharsets;
import java.security.cert.X509Certificate;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/** The files of the folder {@code certs}: what the load balancer and its clients need. */
final class CertsFolder {

    static final String SERVER_KEY = "server.key";

    private final Planning planning;
    private final GeneratedKeys keys;

    CertsFolder(Planning planning, GeneratedKeys keys) {
        this.planning = planning;
        this.keys = keys;
    }

    SortedMap<String, byte[]> files(MadeKeys made, BalancerKeyPlan balancer, List<FoundKey> keptTls) {
        SortedMap<String, byte[]> files = new TreeMap<>();
        made.authority().ifPresent(ca -> files.put("ca.crt", text(ca.chain())));
        Set<X509Certificate> tops = new LinkedHashSet<>();
        made.tls().values().forEach(entry -> tops.add(MadeKeys.top(entry)));
        keptTls.stream()
                .filter(place -> place.reference().active() && !place.chain().isEmpty())
                .forEach(place -> tops.add(MadeKeys.top(place.chain())));
        if (!tops.isEmpty()) {
            files.put("nodes.crt", text(List.copyOf(tops)));
        }
        made.balancer().ifPresent(entry -> {
            files.put("server.crt", text(sent(entry.chain())));
            files.put(SERVER_KEY, key(entry));
            if (balancer.isGenerated()) {
                files.put("server.csr", request(entry, balancer.names()));
            }
        });
        return files;
    }

    /** What a server sends: a client that trusts the root has it. */
    private static List<X509Certificate> sent(List<X509Certificate> chain) {
        X509Certificate last = MadeKeys.top(chain);
        boolean root = ReissueReasons.signedBy(last, last.getPublicKey());
        return root && chain.size() > 1 ? chain.subList(0, chain.size() - 1) : chain;
    }

    private byte[] key(KeyEntry entry) {
        Optional<Secret> password = planning.wanted().loadBalancer().password();
        if (password.isEmpty()) {
            return bytes(Pem.text(entry.key(), password));
        }
        Recipe recipe = Recipe.of(SERVER_KEY).with(entry.key().getEncoded()).with(password.get());
        return planning.store().derived(recipe, () -> bytes(Pem.text(entry.key(), password)));
    }

    /** A signature with an EC key is another one each time. */
    private byte[] request(KeyEntry entry, List<String> names) {
        Recipe recipe = Recipe.of("server.csr")
                .with(entry.certificate().getPublicKey().getEncoded())
                .with(String.join("\n", names));
        return planning.store().derived(recipe, () -> bytes(keys.request(entry, names)));
    }

    private static byte[] text(List<X509Certificate> certificates) {
        return bytes(Pem.text(certificates));
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }
}
