package io.github.eicluster.node;

import io.github.eicluster.model.Cluster;
import io.github.eicluster.model.Keystore;
import io.github.eicluster.model.KeystoreReference;
import io.github.eicluster.model.KeystoreReference.Use;
import io.github.eicluster.model.NodeKeystores;
import io.github.eicluster.model.NodeStores;
import io.github.eicluster.model.Secret;
import io.github.eicluster.model.VaultKeys;
import io.github.eicluster.product.EiVersion;
import io.github.eicluster.product.Home;
import io.github.eicluster.testing.Miniatures;
import io.github.eicluster.testing.StockHomes;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Made-up key stores, and homes that are made to name them. */
final class Swaps {

    static final String SECURITY = "repository/resources/security/";
    static final Keystore INTERNAL = store("ei-internal.jks", "JKS", "ei-internal", "inner-1a&<2b");
    static final Keystore TLS = store("ei-tls.jks", "JKS", "ei-tls", "outer-3c\"4d");

    private Swaps() {}

    static Keystore store(String file, String type, String alias, String password) {
        return new Keystore(SECURITY + file, type, Optional.of(alias), new Secret(password, Secret.Source.GENERATED));
    }

    /** The miniatures, and the real homes if they are given. */
    static Stream<StockHome> homes() {
        return StockHomes.withMiniatures().stream().map(StockHome::new);
    }

    static StockHome miniature(String version) {
        return new StockHome(Miniatures.home(version));
    }

    static StockHome variant(String name) {
        Path home = Miniatures.variantHome(name);
        return new StockHome(home);
    }

    static NodeStores stores(Home home, Home overlay) {
        Cluster cluster = TestClusters.guide().build();
        return new NodePlanner(cluster, List.of(), home, EiVersion.parse("6.6.0"))
                .stores(cluster.nodes().get(0), overlay, VaultKeys.NONE);
    }

    static NodeStores stores(Home home) {
        return stores(home, MapHome.empty("overlay"));
    }

    static KeystoreReference reference(Home home, String id) {
        return stores(home).references().stream()
                .filter(reference -> reference.id().equals(id))
                .findFirst()
                .orElseThrow(() -> new AssertionError(id));
    }

    /** Every key store of a home is swapped, trust stores stay. */
    static NodeKeystores all(Home home) {
        return all(home, INTERNAL, TLS);
    }

    static NodeKeystores all(Home home, Keystore internal, Keystore tls) {
        Map<String, Keystore> swaps = stores(home).references().stream()
                .filter(reference -> reference.use() != Use.TRUST)
                .collect(Collectors.toMap(
                        KeystoreReference::id, reference -> reference.use() == Use.INTERNAL ? internal : tls));
        return new NodeKeystores(swaps);
    }

    static NodeFiles apply(Home home, NodeKeystores keystores, Concern... concerns) {
        EiVersion version = EiVersion.parse("6.6.0");
        Cluster cluster = TestClusters.guide().build();
        NodeFiles files = new NodeFiles(home, MapHome.empty("overlay"), version);
        for (Concern concern : concerns) {
            concern.apply(
                    new NodeContext(cluster, cluster.nodes().get(0), version, List.of(), keystores, VaultInput.NONE),
                    files);
        }
        return files;
    }

    static NodeFiles swapped(Home home) {
        return apply(home, all(home), new Keystores());
    }
}
