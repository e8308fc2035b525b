package io.github.eicluster.config;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * One element of the configuration with its place and its entry of the schema. Values that {@link SchemaCheck} has
 * reported count as absent here, so that nothing is reported twice.
 */
final class Entry {

    private final RawElement raw;
    private final Element schema;
    private final String path;

    private Entry(RawElement raw, Element schema, String path) {
        this.raw = raw;
        this.schema = schema;
        this.path = path;
    }

    static Entry root(RawElement raw, Element schema) {
        return new Entry(raw, schema, schema.name());
    }

    RawElement raw() {
        return raw;
    }

    Element schema() {
        return schema;
    }

    /** The POM path, or the user property that the element comes from. */
    String path() {
        return path;
    }

    /** The place of a child, whether it is there or not. */
    String pathOf(String childName) {
        return child(childName).map(Entry::path).orElse(inside(path, childName));
    }

    /** The child of that name; the element itself if its text is short for that child. */
    Optional<Entry> child(String name) {
        Element childSchema = schema.child(name)
                .orElseThrow(() -> new IllegalStateException("the schema of " + path + " has no " + name));
        if (raw.isText() && schema.shorthand().equals(name)) {
            return Optional.of(new Entry(raw, childSchema, path));
        }
        return raw.child(name).map(found -> at(found, childSchema, inside(path, name)));
    }

    boolean has(String name) {
        return child(name).isPresent();
    }

    /** The items of a list, each with its place counted from 1. */
    List<Entry> items() {
        List<Entry> items = new ArrayList<>();
        for (RawElement item : raw.children()) {
            if (item.name().equals(schema.item().name())) {
                String place = inside(path, item.name() + "[" + (items.size() + 1) + "]");
                items.add(at(item, schema.item(), place));
            }
        }
        return items;
    }

    /** The items of a list of the given name; none if it is absent. */
    List<Entry> items(String list) {
        return child(list).map(Entry::items).orElse(List.of());
    }

    /** The free entries by name, in order. */
    Map<String, Entry> entries() {
        Map<String, Entry> entries = new LinkedHashMap<>();
        for (RawElement child : raw.children()) {
            entries.put(child.name(), at(child, schema.item(), inside(path, child.name())));
        }
        return entries;
    }

    /** The value, without blanks around it; whether it is legal or not. */
    String value() {
        return raw.text().strip();
    }

    /** The value, if it is legal. */
    Optional<String> legal() {
        return Optional.of(value()).filter(text -> Values.mistake(schema, text).isEmpty());
    }

    Optional<String> text(String name) {
        return child(name).flatMap(Entry::legal);
    }

    /** A host or an address without brackets, in lower case. */
    Optional<String> host(String name) {
        return text(name).flatMap(Addresses::host);
    }

    OptionalInt number(String name) {
        return text(name).map(text -> OptionalInt.of(Integer.parseInt(text))).orElseGet(OptionalInt::empty);
    }

    Optional<Boolean> flag(String name) {
        return text(name).map(Boolean::valueOf);
    }

    boolean isTrue(String name) {
        return flag(name).orElse(false);
    }

    private static Entry at(RawElement raw, Element schema, String place) {
        return new Entry(raw, schema, raw.property().map(p -> "-D" + p).orElse(place));
    }

    private static String inside(String path, String name) {
        return path.startsWith("-D") ? path : path + "/" + name;
    }
}
