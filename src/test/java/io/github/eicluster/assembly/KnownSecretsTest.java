package io.github.eicluster.assembly;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.eicluster.config.ClusterDefinition;
import io.github.eicluster.diff.Mask;
import io.github.eicluster.testing.Flip;
import io.github.eicluster.testing.Pom;
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
        "edits/edit/serverId, mqpass"
    })
    void everySecretOfTheConfigurationIsMasked(String path, String secret) {
        Pom pom = Flip.all()
                .filter(flip -> flip.path().equals(path))
                .findFirst()
                .orElseThrow()
                .after();
        ClusterDefinition definition = pom.read();
        Mask mask = KnownSecrets.mask(definition.cluster(), definition.edits());

        assertThat(mask.apply("a.xml", "<a>" + secret + "</a>")).isEqualTo("<a>***</a>");
    }
}
