package io.github.eicluster.config;

import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Walks the raw configuration beside the schema and reports what Maven's own binder would ignore or stop at: unknown
 * and repeated elements, attributes, stray text, missing and malformed values.
 */
final class SchemaCheck {

    /** How Maven merges configurations, and what it adds to a parameter with a default. */
    private static final Set<String> MAVEN_ATTRIBUTES = Set.of(
            "combine.self",
            "combine.children",
            "combine.id",
            "combine.keys",
            "xml:space",
            "default-value",
            "implementation");

    private final Problems problems;

    SchemaCheck(Problems problems) {
        this.problems = problems;
    }

    void check(Entry entry) {
        problems.visit(entry.path());
        checkAttributes(entry);
        Element schema = entry.schema();
        if (schema.kind() == Kind.XML) {
            checkFragment(entry);
        } else if (schema.kind().isScalar()) {
            checkScalar(entry);
        } else {
            checkContainer(entry);
        }
    }

    private void checkAttributes(Entry entry) {
        for (String attribute : entry.raw().attributes().keySet()) {
            if (!MAVEN_ATTRIBUTES.contains(attribute)) {
                problems.error(
                        entry.path(),
                        "the attribute '" + attribute + "' means nothing here. Write values as elements.");
            }
        }
    }

    private void checkFragment(Entry entry) {
        if (entry.raw().content().isEmpty()) {
            problems.error(entry.path(), "is empty. Give the elements to insert, or remove the element.");
        }
    }

    private void checkScalar(Entry entry) {
        if (!entry.raw().children().isEmpty()) {
            String child = entry.raw().children().get(0).name();
            problems.error(
                    entry.path() + "/" + child,
                    "no such element: " + entry.schema().name() + " takes a value ("
                            + entry.schema().rule() + "). Write the value as text.");
            return;
        }
        Values.mistake(entry.schema(), entry.value()).ifPresent(rule -> problems.error(entry.path(), rule));
    }

    private void checkContainer(Entry entry) {
        RawElement raw = entry.raw();
        if (!raw.text().isBlank()) {
            checkText(entry);
        }
        switch (entry.schema().kind()) {
            case LIST -> checkList(entry);
            case ENTRIES -> entry.entries().values().forEach(this::check);
            default -> checkGroup(entry);
        }
    }

    private void checkText(Entry entry) {
        RawElement raw = entry.raw();
        String shorthand = entry.schema().shorthand();
        if (!raw.isText()) {
            problems.error(entry.path(), "'" + raw.text().strip() + "' is stray text beside elements. Remove it.");
        } else if (shorthand.isEmpty()) {
            problems.error(
                    entry.path(), "'" + raw.text().strip() + "' is stray text. " + containerRemedy(entry.schema()));
        } else {
            entry.child(shorthand).ifPresent(this::checkScalar);
        }
    }

    private static String containerRemedy(Element schema) {
        return schema.kind() == Kind.ENTRIES
                ? "Write each entry as an element with its value."
                : "Known here: " + String.join(", ", names(schema)) + ".";
    }

    private void checkList(Entry list) {
        String item = list.schema().item().name();
        List<Entry> items = list.items();
        Set<String> seen = new HashSet<>();
        int index = 0;
        for (RawElement child : list.raw().children()) {
            if (child.name().equals(item)) {
                check(items.get(index++));
            } else {
                checkOnce(list, child, seen);
            }
        }
        if (list.raw().children().isEmpty() && list.raw().text().isBlank()) {
            problems.error(list.path(), "is empty. Give at least one " + item + ", or remove the element.");
        }
    }

    private void checkGroup(Entry group) {
        Set<String> seen = new HashSet<>();
        group.raw().children().forEach(child -> checkOnce(group, child, seen));
    }

    private void checkOnce(Entry parent, RawElement child, Set<String> seen) {
        if (parent.schema().child(child.name()).isEmpty()) {
            unknown(parent, child);
        } else if (seen.add(child.name())) {
            parent.child(child.name()).ifPresent(this::check);
        } else {
            problems.error(parent.path() + "/" + child.name(), "is given more than once. Keep one.");
        }
    }

    private void unknown(Entry parent, RawElement child) {
        String path = parent.path() + "/" + child.name();
        problems.visit(path);
        problems.error(path, "no such element. " + NearestName.remedy(child.name(), names(parent.schema())));
    }

    private static List<String> names(Element schema) {
        return schema.children().stream().map(Element::name).toList();
    }
}
