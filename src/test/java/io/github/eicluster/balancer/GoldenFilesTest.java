package io.github.eicluster.balancer;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.eicluster.model.LoadBalancer;
import io.github.eicluster.model.Node;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Every file of three nodes, one of them a backup, word for word; {@code -Dei-cluster.golden.record=true} writes them
 * anew.
 */
class GoldenFilesTest {

    private static final Path FOLDER = Path.of("src/test/resources/balancer");

    @ParameterizedTest
    @EnumSource(LoadBalancer.Type.class)
    void filesAreAsRecorded(LoadBalancer.Type type) throws IOException {
        SortedMap<String, String> files = Balanced.guide(type)
                .node("192.168.57.13", 2, Node.Role.BACKUP)
                .write()
                .files();
        Path folder = FOLDER.resolve(type.text());
        if (Boolean.getBoolean("ei-cluster.golden.record")) {
            for (Map.Entry<String, String> file : files.entrySet()) {
                Path path = folder.resolve(file.getKey());
                Files.createDirectories(path.getParent());
                Files.writeString(path, file.getValue());
            }
        }
        assertThat(files).isEqualTo(recorded(folder));
    }

    private static SortedMap<String, String> recorded(Path folder) throws IOException {
        SortedMap<String, String> files = new TreeMap<>();
        if (!Files.exists(folder)) {
            return files; // an external balancer has no files
        }
        try (Stream<Path> paths = Files.walk(folder)) {
            for (Path path : paths.filter(Files::isRegularFile).toList()) {
                files.put(folder.relativize(path).toString().replace('\\', '/'), Files.readString(path));
            }
        }
        return files;
    }
}
