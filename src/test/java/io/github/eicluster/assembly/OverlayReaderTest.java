package io.github.eicluster.assembly;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.eicluster.model.Secret;
import io.github.eicluster.template.Templates;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OverlayReaderTest {

    @TempDir
    Path folder;

    @Test
    void templatesAreRenderedAndTheirSecretsCounted() throws IOException {
        Path template = Files.writeString(
                folder.resolve("mq.properties.vm"), "host=$node.id\npassword=$secrets.get('ei-broker')\n");
        Path plain = Files.writeString(folder.resolve("plain.txt"), "$node.id");
        OverlayReader reader = new OverlayReader(
                new Templates(), Map.of(), id -> Optional.of(new Secret("of " + id, Secret.Source.SETTINGS)));

        Overlay overlay =
                reader.read(Map.of("conf/mq.properties.vm", template, "conf/plain.txt", plain), Map.of("id", "node1"));

        assertThat(overlay.files()).containsExactly("conf/mq.properties", "conf/plain.txt");
        assertThat(overlay.read("conf/mq.properties").orElseThrow())
                .asString()
                .isEqualTo("host=node1\npassword=of ei-broker\n");
        assertThat(overlay.read("conf/plain.txt").orElseThrow()).asString().isEqualTo("$node.id");
        assertThat(overlay.secrets()).containsOnlyKeys("conf/mq.properties");
        assertThat(overlay.secrets().get("conf/mq.properties")).hasSize(1);
    }
}
