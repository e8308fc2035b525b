package io.github.eicluster.config;

import io.github.eicluster.model.ArtifactPattern;
import io.github.eicluster.model.Libraries;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Reads {@code libraries}: where dependencies of the project go. */
final class LibrariesReader {

    private static final String DROPINS = "dropins";

    private final Context context;
    private final NodeIds nodes;

    LibrariesReader(Context context, Set<String> nodeIds) {
        this.context = context;
        this.nodes = new NodeIds(context, nodeIds);
    }

    Libraries read(Optional<Entry> libraries) {
        if (libraries.isEmpty()) {
            return Libraries.USUAL;
        }
        List<Libraries.Rule> rules = new ArrayList<>();
        libraries.get().items().forEach(library -> rule(library).ifPresent(rules::add));
        rules.addAll(dropins(libraries.get()));
        return new Libraries(rules, libraries.get().isTrue("transitive"));
    }

    private Optional<Libraries.Rule> rule(Entry library) {
        if (!library.has("artifact")) {
            context.problems()
                    .error(
                            library.pathOf("artifact"),
                            "is missing. Give a pattern of dependencies, such as com.example:mediators.");
        }
        if (!library.has("folder") && !library.has("nodes")) {
            context.problems().error(library.path(), "changes nothing. Add folder or nodes, or remove it.");
        }
        Optional<String> folder = library.text("folder").map(f -> f.endsWith("/") ? f.substring(0, f.length() - 1) : f);
        folder.filter(f -> !EditsReader.isBelowHome(f))
                .ifPresent(f -> context.problems()
                        .error(
                                library.pathOf("folder"),
                                "'" + f + "' is no folder below the home. Give a relative path with forward slashes and"
                                        + " without dots."));
        Set<String> wanted = nodes.read(library);
        return library.child("artifact")
                .flatMap(this::pattern)
                .map(pattern -> new Libraries.Rule(library.path(), pattern, folder, wanted));
    }

    private List<Libraries.Rule> dropins(Entry libraries) {
        List<Libraries.Rule> rules = new ArrayList<>();
        Optional<Entry> list = libraries.child(DROPINS);
        list.flatMap(l -> l.child(Element.TEXT)).ifPresent(text -> {
            for (String pattern : text.value().split(",", -1)) {
                checked(text, pattern.strip()).ifPresent(legal -> rules.add(dropin(text, legal)));
            }
        });
        list.map(Entry::items)
                .orElse(List.of())
                .forEach(item -> pattern(item).ifPresent(legal -> rules.add(dropin(item, legal))));
        return rules;
    }

    private static Libraries.Rule dropin(Entry entry, ArtifactPattern pattern) {
        return new Libraries.Rule(entry.path(), pattern, Optional.of(DROPINS), Set.of());
    }

    private Optional<ArtifactPattern> pattern(Entry entry) {
        return entry.legal().flatMap(text -> checked(entry, text));
    }

    private Optional<ArtifactPattern> checked(Entry entry, String text) {
        if (ArtifactPattern.isLegal(text)) {
            return Optional.of(new ArtifactPattern(text));
        }
        context.problems()
                .error(
                        entry.path(),
                        "'" + text
                                + "' is no pattern of artifacts. Write groupId:artifactId, with * for any characters, and"
                                + " :type and :classifier behind it if they matter.");
        return Optional.empty();
    }
}
