package io.github.eicluster.balancer;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.eicluster.certs.TlsFixture;
import io.github.eicluster.model.LoadBalancer;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The real nginx accepts every variant, without a warning. */
class ParsedByNginxTest {

    /** What the community's nginx does not know; {@code match} is a block. */
    private static final String PLUS_ONLY = "(?m)^ *(sticky|health_check) [^;]*;\\n|^match \\w+ \\{[^}]*}\\n";

    private static final TlsFixture KEYS = new TlsFixture();

    @TempDir
    Path prefix;

    static List<String> variants() {
        return Variants.names();
    }

    @ParameterizedTest
    @MethodSource("variants")
    void nginxAcceptsIt(String variant) throws IOException, InterruptedException {
        check(write(Variants.of(variant, LoadBalancer.Type.NGINX)));
    }

    @ParameterizedTest
    @MethodSource("variants")
    void nginxAcceptsWhatIsNotForPlusAlone(String variant) throws IOException, InterruptedException {
        Map<String, String> files = new TreeMap<>(write(Variants.of(variant, LoadBalancer.Type.NGINX_PLUS)));
        assertThat(String.join("", files.values()))
                .satisfiesAnyOf(
                        text -> assertThat(text).contains("health_check "),
                        text -> assertThat(text).contains("ssl_preread on;"));
        files.replaceAll((path, text) -> text.replaceAll(PLUS_ONLY, ""));
        check(files);
    }

    @Test
    void twoClustersLiveOnOneMachine() throws IOException, InterruptedException {
        Balanced other = Balanced.guide(LoadBalancer.Type.NGINX);
        other.hostName = "esb.wso2.com";
        other.console = Optional.of("ui.esb.wso2.com");
        Map<String, String> files = new TreeMap<>(write(Balanced.guide(LoadBalancer.Type.NGINX)));
        Map<String, String> others = write(other);
        assertThat(files.keySet()).doesNotContainAnyElementsOf(others.keySet());
        files.putAll(others);
        check(files);
    }

    private Map<String, String> write(Balanced cluster) {
        KEYS.writeBalancer(prefix, cluster.encrypted, "ei.wso2.com", "ui.ei.wso2.com");
        return cluster.keysIn(prefix).write().files();
    }

    private void check(Map<String, String> files) throws IOException, InterruptedException {
        assertThat(files).isNotEmpty();
        NginxPrefix.lay(prefix, files);
        Commands.Output output = Commands.run(prefix, NginxPrefix.command(prefix, "-t"));
        assertThat(output.text()).doesNotContain("[warn]", "[emerg]").contains("test is successful");
        assertThat(output.exit()).isZero();
    }
}
