package io.github.eicluster.config;

import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.github.eicluster.model.Credentials;
import io.github.eicluster.model.Problem;
import io.github.eicluster.testing.TestSecrets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads configurations in tests: settings.xml with a few servers, an environment with a few variables. */
final class Reading {

    static final SecretSource SECRETS = TestSecrets.SOURCE;

    private Optional<RawElement> cluster = Optional.empty();
    private Optional<RawElement> edits = Optional.empty();
    private Optional<RawElement> libraries = Optional.empty();
    private Optional<RawElement> distribution =
            Optional.of(RawElement.parse("<distribution>packs/wso2ei-6.6.0.zip</distribution>"));
    private final Map<String, String> properties = new HashMap<>();
    private boolean hasPom = true;
    private boolean production;

    /** A cluster with the given content. */
    static Reading cluster(String content) {
        Reading reading = new Reading();
        reading.cluster = Optional.of(RawElement.parse("<cluster>" + content + "</cluster>"));
        return reading;
    }

    static Reading withoutPom() {
        Reading reading = new Reading();
        reading.hasPom = false;
        return reading;
    }

    /** A POM that says nothing about the cluster. */
    static Reading emptyPom() {
        return new Reading();
    }

    Reading edits(String content) {
        edits = Optional.of(RawElement.parse("<edits>" + content + "</edits>"));
        return this;
    }

    Reading libraries(String content) {
        libraries = Optional.of(RawElement.parse("<libraries>" + content + "</libraries>"));
        return this;
    }

    Reading distribution(String xml) {
        distribution = Optional.of(xml).filter(x -> !x.isEmpty()).map(RawElement::parse);
        return this;
    }

    Reading property(String name, String value) {
        properties.put(name, value);
        return this;
    }

    Reading production() {
        production = true;
        return this;
    }

    ClusterDefinition read() {
        return new ConfigurationReader()
                .read(new RawInput(cluster, edits, libraries, distribution, properties, hasPom, production, SECRETS));
    }

    /** The lines of the failure. */
    List<String> mistakes() {
        ConfigurationException failure = catchThrowableOfType(ConfigurationException.class, this::read);
        return failure == null
                ? List.of()
                : failure.problems().stream().map(Problem::text).toList();
    }

    List<String> warnings() {
        return read().warnings().stream().map(Problem::text).toList();
    }

    static Credentials credentials(String user, String password) {
        return TestSecrets.credentials(user, password);
    }
}
