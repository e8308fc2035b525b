package io.github.eicluster.smoke;

import io.github.eicluster.certs.TlsFixture;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What the tests of single checks share. */
final class Checks {

    static final TlsFixture KEYS = new TlsFixture();
    static final SmokeOptions OPTIONS = new SmokeOptions(10, Duration.ofSeconds(20), "/health", "EiClusterSample");
    static final Map<String, String> ADDRESSES = Map.of("ei.wso2.com", "127.0.0.1", "ui.ei.wso2.com", "127.0.0.1");
    static final Names NAMES = new Names(ADDRESSES);

    private Checks() {}

    static Optional<Trust> trust() {
        return Optional.of(Trust.ofPem("authority", List.of(KEYS.authorityFile())));
    }

    static Client client() {
        return new Client(NAMES, OPTIONS.timeout());
    }

    static Front front(String kind, String url, boolean sticky, String... active) {
        return new Front(kind, URI.create(url), Set.of(active), Set.of(), sticky);
    }

    /** A cluster of which a check looks at one virtual server. */
    static SmokeTarget target(List<TestedNode> nodes) {
        return target(nodes, Map.of());
    }

    static SmokeTarget target(List<TestedNode> nodes, Map<String, Path> logs) {
        return new SmokeTarget(
                "test",
                nodes,
                List.of(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                List.of(URI.create("http://ei.wso2.com:80"), URI.create("https://ei.wso2.com:443")),
                ADDRESSES,
                logs,
                trust());
    }
}
