package io.github.eicluster.config;

import io.github.eicluster.model.Coordinates;
import io.github.eicluster.model.DistributionSource;
import java.util.List;
import java.util.Optional;

/** Reads {@code distribution}: a path or a Maven artifact. */
final class DistributionReader {

    private static final List<String> COORDINATES = List.of("groupId", "artifactId", "version", "type", "classifier");
    private static final DistributionSource NONE = new DistributionSource(Optional.empty(), Optional.empty(), false);

    private final Context context;

    DistributionReader(Context context) {
        this.context = context;
    }

    DistributionSource read(Optional<Entry> distribution) {
        if (distribution.isEmpty()) {
            context.problems()
                    .error(
                            "distribution",
                            "is missing. Give the distribution of WSO2 EI, such as"
                                    + " -Dei-cluster.distribution=/path/to/wso2ei-6.6.0.zip.");
            return NONE;
        }
        Entry entry = distribution.get();
        return new DistributionSource(entry.text("path"), coordinates(entry), entry.isTrue("keepDatabase"));
    }

    private Optional<Coordinates> coordinates(Entry entry) {
        boolean declared = COORDINATES.stream().anyMatch(entry::has);
        if (entry.has("path")) {
            COORDINATES.forEach(name ->
                    context.rejectIfPresent(entry, name, "contradicts path. Give a path or an artifact, not both."));
            return Optional.empty();
        }
        if (!declared) {
            context.problems()
                    .error(
                            entry.pathOf("path"),
                            "is missing. Give the path of a zip or home, or groupId, artifactId and version.");
            return Optional.empty();
        }
        for (String name : COORDINATES.subList(0, 3)) {
            if (!entry.has(name)) {
                context.problems()
                        .error(entry.pathOf(name), "is missing. An artifact needs groupId, artifactId and version.");
            }
        }
        return Optional.of(new Coordinates(
                entry.text("groupId").orElse(""),
                entry.text("artifactId").orElse(""),
                entry.text("version").orElse(""),
                entry.text("type").orElse("zip"),
                entry.text("classifier")));
    }
}
