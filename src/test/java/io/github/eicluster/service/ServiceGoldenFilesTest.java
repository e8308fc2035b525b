package io.github.eicluster.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.eicluster.model.Cluster;
import io.github.eicluster.model.ClusterException;
import io.github.eicluster.testing.Pom;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Every file, word for word; {@code -Dei-cluster.golden.record=true} writes them anew. */
class ServiceGoldenFilesTest {

    @ParameterizedTest
    @CsvSource({"defaults", "declared"})
    void filesAreAsRecorded(String variant) throws IOException {
        Pom pom = Pom.of(Served.MIXED);
        if (variant.equals("declared")) {
            pom = pom.with(
                            "cluster/service",
                            "<user>esb</user><group>middleware</group><directory>/srv//ei/</directory>"
                                    + "<openFiles>100000</openFiles><processes>40000</processes><restart>no</restart>"
                                    + "<stopTimeout>600</stopTimeout><umask>077</umask>")
                    .with(
                            "cluster/deploymentSync",
                            "<source>node2</source><user>deploy</user><interval>300</interval><delete>false</delete>"
                                    + "<tenants>true</tenants>")
                    .with("cluster/nodes/node[2]/host", "fd00::2");
        }
        SortedMap<String, String> files = Served.files(pom).files();
        Path folder = Path.of("src/test/resources/service").resolve(variant);
        if (Boolean.getBoolean("ei-cluster.golden.record")) {
            for (Map.Entry<String, String> file : files.entrySet()) {
                Files.createDirectories(folder);
                Files.writeString(folder.resolve(file.getKey()), file.getValue());
            }
        }
        assertThat(files).isEqualTo(recorded(folder));
    }

    @Test
    void aRootFolderThatWouldNeedQuotesIsRefused() {
        Cluster served = Served.cluster(Pom.of(Served.MIXED));

        assertThatThrownBy(() -> ServiceWriter.requirePlainRoot(served, "wso2ei 6.6.0"))
                .isInstanceOf(ClusterException.class)
                .hasMessage(
                        "cluster/service: 'wso2ei 6.6.0', the root folder of the distribution, cannot stand in a unit. Rename"
                                + " the folder to letters, digits and . _ + @ - only.");
        assertThatCode(() -> ServiceWriter.requirePlainRoot(served, "wso2ei-6.6.0+1"))
                .doesNotThrowAnyException();
        Pom none = Pom.of(Served.MIXED).without("cluster/service").without("cluster/deploymentSync");
        assertThatCode(() -> ServiceWriter.requirePlainRoot(Served.cluster(none), "wso2ei 6.6.0"))
                .doesNotThrowAnyException();
    }

    private static SortedMap<String, String> recorded(Path folder) throws IOException {
        SortedMap<String, String> files = new TreeMap<>();
        try (Stream<Path> paths = Files.list(folder)) {
            for (Path path : paths.toList()) {
                files.put(path.getFileName().toString(), Files.readString(path));
            }
        }
        return files;
    }
}
