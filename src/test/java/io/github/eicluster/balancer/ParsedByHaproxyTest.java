package io.github.eicluster.balancer;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.eicluster.certs.TlsFixture;
import io.github.eicluster.model.LoadBalancer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The real HAProxy accepts every variant, without a warning. */
class ParsedByHaproxyTest {

    private static final TlsFixture KEYS = new TlsFixture();

    @TempDir
    Path folder;

    static List<String> variants() {
        return Variants.names();
    }

    @ParameterizedTest
    @MethodSource("variants")
    void haproxyAcceptsIt(String variant) throws IOException, InterruptedException {
        Balanced cluster = Variants.of(variant, LoadBalancer.Type.HAPROXY).keysIn(folder);
        // as the warning says, the key is decrypted on the machine
        KEYS.writeBalancer(folder, false, "ei.wso2.com", "ui.ei.wso2.com");
        Path file = folder.resolve("haproxy.cfg");
        Files.writeString(file, cluster.write().files().get("haproxy.cfg"));

        Commands.Output output = Commands.run(folder, Commands.installed("haproxy"), "-c", "-f", file.toString());

        assertThat(output.text()).doesNotContain("WARNING", "ALERT").contains("Configuration file is valid");
        assertThat(output.exit()).isZero();
    }
}
