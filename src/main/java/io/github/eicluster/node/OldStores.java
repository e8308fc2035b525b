package io.github.eicluster.node;

import io.github.eicluster.model.Keystore;
import io.github.eicluster.model.KeystoreReference;
import io.github.eicluster.model.KeystoreReference.Use;
import io.github.eicluster.model.Secret;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What tells replaced stores.
 *
 * @param names file names
 * @param values aliases and passwords as files write them; never to be shown
 * @param uses uses of the replaced stores
 */
record OldStores(Set<String> names, Set<String> values, Set<Use> uses) {

    OldStores {
        names = Set.copyOf(names);
        values = Set.copyOf(values);
        uses = Set.copyOf(uses);
    }

    /**
     * Collects them.
     *
     * @param before the places that were swapped, as they were
     * @param now the stores that they name now: what is new is not old
     * @param present all places as they are: a key store that one of them still names is not old
     */
    static OldStores of(List<KeystoreReference> before, Collection<Keystore> now, List<KeystoreReference> present) {
        Set<String> newNames = set(
                Stream.concat(
                        now.stream().map(Keystore::path),
                        present.stream().filter(KeystoreReference::active).map(KeystoreReference::location)),
                OldStores::fileName);
        Set<String> newValues = now.stream()
                .flatMap(store -> Stream.concat(
                        store.alias().stream(), Stream.of(store.password().reveal())))
                .collect(Collectors.toSet());
        Set<String> names = set(before.stream().map(KeystoreReference::location), OldStores::fileName);
        Stream<String> values = before.stream()
                .flatMap(place -> Stream.concat(place.alias().stream(), place.password().map(Secret::reveal).stream()));
        return new OldStores(
                without(names, newNames),
                values.filter(value -> !value.isBlank() && !newValues.contains(value))
                        .flatMap(value -> Stream.of(value, XmlText.escape(value)))
                        .collect(Collectors.toSet()),
                before.stream().map(KeystoreReference::use).collect(Collectors.toSet()));
    }

    /** A quick look, before anything is taken apart. */
    boolean mayBeIn(String text) {
        return Stream.concat(names.stream(), values.stream()).anyMatch(text::contains);
    }

    private static String fileName(String location) {
        String text = location.strip().replace('\\', '/');
        return text.substring(text.lastIndexOf('/') + 1);
    }

    private static Set<String> set(Stream<String> texts, Function<String, String> part) {
        return texts.map(part).filter(text -> !text.isBlank()).collect(Collectors.toSet());
    }

    private static Set<String> without(Set<String> texts, Set<String> others) {
        return texts.stream().filter(text -> !others.contains(text)).collect(Collectors.toSet());
    }

    /** Passwords are among the values. */
    @Override
    public String toString() {
        return "OldStores" + names;
    }
}
