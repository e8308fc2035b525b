package io.github.eicluster.assembly;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.eicluster.certs.CertificatePlan;
import io.github.eicluster.config.ClusterDefinition;
import io.github.eicluster.diff.Mask;
import io.github.eicluster.library.NodeLibraries;
import io.github.eicluster.model.Keystore;
import io.github.eicluster.model.NodeKeystores;
import io.github.eicluster.model.Secret;
import io.github.eicluster.node.NodePlan;
import io.github.eicluster.testing.Flip;
import io.github.eicluster.testing.Pom;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class KnownSecretsTest {

    @ParameterizedTest
    @CsvSource({
        "cluster/membership/serverId, grouppass",
        "cluster/admin/serverId, bosspass",
        "cluster/nodes/node/localDatabase/serverId, otherpass",
        "cluster/database/userDatabase/serverId, otherpass",
        "cluster/database/registryDatabase/serverId, otherpass",
        "cluster/database/configDatabase/serverId, otherpass",
        "cluster/membership/aws/serverId, aws-secret",
        "edits/edit/serverId, mqpass",
        "cluster/certificates/loadBalancer/serverId, lb-keypass",
        "cluster/certificates/node/serverId, node-keypass",
        "cluster/certificates/internal/serverId, internal-keypass",
        "cluster/certificates/truststore/serverId, trust-storepass"
    })
    void everySecretOfTheConfigurationIsMasked(String path, String secret) {
        Pom pom = Flip.all()
                .filter(flip -> flip.path().equals(path))
                .findFirst()
                .orElseThrow()
                .after();
        ClusterDefinition definition = pom.read();
        Mask mask = KnownSecrets.mask(definition.cluster(), definition.edits(), CertificatePlan.NONE, List.of());

        assertThat(mask.apply("a.xml", "<a>" + secret + "</a>")).isEqualTo("<a>***</a>");
    }

    @Test
    void whatTheFilesOfANodeHaveIsMaskedUnlessEverybodyKnowsIt() {
        Set<Secret> secrets =
                Set.of(new Secret("from-a-vault", Secret.Source.BASE), new Secret("wso2carbon", Secret.Source.DEFAULT));
        NodePlan plan = new NodePlan(
                "node1", new TreeMap<>(), List.of(), Map.of(), Optional.empty(), Optional.empty(), secrets);
        ClusterDefinition definition =
                Flip.all().findFirst().orElseThrow().before().read();
        PlannedNode node = new PlannedNode(
                definition.cluster().nodes().get(0),
                plan,
                new Overlay(Map.of(), Map.of(), Map.of()),
                NodeLibraries.NONE,
                new TreeMap<>());

        assertThat(KnownSecrets.mask(definition.cluster(), List.of(), CertificatePlan.NONE, List.of(node))
                        .apply("a.xml", "<a>from-a-vault</a><b>wso2carbon</b>"))
                .isEqualTo("<a>***</a><b>wso2carbon</b>");
    }

    @Test
    void passwordsOfKeyStoresThatWereMadeUpAreMasked() {
        Keystore store =
                new Keystore("a.jks", "JKS", Optional.of("a"), new Secret("made-up-password", Secret.Source.GENERATED));
        CertificatePlan plan = new CertificatePlan(
                Map.of("node1", new NodeKeystores(Map.of("conf/carbon.xml#x", store))),
                Map.of(),
                new TreeMap<>(),
                Set.of(),
                List.of(),
                List.of(),
                Optional.empty(),
                List.of());
        ClusterDefinition definition =
                Flip.all().findFirst().orElseThrow().before().read();

        assertThat(KnownSecrets.mask(definition.cluster(), List.of(), plan, List.of())
                        .apply("a.xml", "<a>made-up-password</a>"))
                .isEqualTo("<a>***</a>");
    }
}
