package io.github.eicluster.config;

import io.github.eicluster.model.Coordinates;
import io.github.eicluster.model.DriverSource;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** Reads {@code cluster/database/driver}: an artifact, parts of one, or none. */
final class DriverReader {

    private static final String NONE = "none";
    private static final String COORDINATES = "coordinates";
    private static final List<String> PARTS = List.of("groupId", "artifactId", "version", "classifier");

    /** Group, artifact, version; or with the classifier before the version, as Maven writes it. */
    private static final Pattern FORM = Pattern.compile("[A-Za-z0-9_.-]+(?::[A-Za-z0-9_.-]+){2,3}");

    private final Context context;
    private final Optional<Coordinates> usual;
    private final Set<String> family;

    /**
     * Reads the driver of one engine.
     *
     * @param usual the engine's own artifact as {@code groupId:artifactId:version}, if it has one
     * @param family driver classes of the engine, in all versions
     */
    DriverReader(Context context, Optional<String> usual, Set<String> family) {
        this.context = context;
        this.usual = usual.map(DriverReader::coordinates);
        this.family = family;
    }

    DriverSource read(Entry database) {
        Optional<Entry> driver = database.child("driver");
        if (driver.isEmpty()) {
            return new DriverSource(
                    usual.isPresent() ? DriverSource.Origin.DEFAULT : DriverSource.Origin.NONE, usual, family);
        }
        Entry entry = driver.get();
        if (entry.has(COORDINATES)) {
            PARTS.forEach(name ->
                    context.rejectIfPresent(entry, name, "contradicts coordinates, which says all of it. Keep one."));
            return ofText(entry.child(COORDINATES).orElseThrow());
        }
        return ofParts(entry);
    }

    private DriverSource ofText(Entry entry) {
        Optional<String> text = entry.legal();
        if (text.filter(NONE::equals).isPresent()) {
            return new DriverSource(DriverSource.Origin.NONE, Optional.empty(), family);
        }
        text.filter(t -> !FORM.matcher(t).matches())
                .ifPresent(t -> context.problems()
                        .error(
                                entry.path(),
                                "'" + t
                                        + "' is no artifact. Write groupId:artifactId:version, or none if the driver is in a"
                                        + " dependency, an overlay or the distribution."));
        return text.filter(t -> FORM.matcher(t).matches())
                .map(t -> declared(coordinates(t)))
                .orElse(DriverSource.NONE);
    }

    /** What is not given is that of the usual artifact. */
    private DriverSource ofParts(Entry entry) {
        for (String name : PARTS.subList(0, 3)) {
            if (!entry.has(name) && usual.isEmpty()) {
                context.problems()
                        .error(
                                entry.pathOf(name),
                                "is missing. This engine has no usual driver: give groupId, artifactId and version.");
            }
        }
        return declared(new Coordinates(
                part(entry, "groupId", usual.map(Coordinates::groupId)),
                part(entry, "artifactId", usual.map(Coordinates::artifactId)),
                part(entry, "version", usual.map(Coordinates::version)),
                "jar",
                entry.text("classifier")));
    }

    private static String part(Entry entry, String name, Optional<String> usual) {
        return entry.text(name).or(() -> usual).orElse("");
    }

    private DriverSource declared(Coordinates artifact) {
        return new DriverSource(DriverSource.Origin.DECLARED, Optional.of(artifact), family);
    }

    private static Coordinates coordinates(String text) {
        List<String> parts = List.of(text.split(":", -1));
        Optional<String> classifier = parts.size() > 3 ? Optional.of(parts.get(2)) : Optional.empty();
        return new Coordinates(parts.get(0), parts.get(1), parts.get(parts.size() - 1), "jar", classifier);
    }
}
