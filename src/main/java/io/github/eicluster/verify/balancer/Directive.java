package io.github.eicluster.verify.balancer;

import io.github.eicluster.verify.home.Place;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A directive of nginx, or a line or section of HAProxy.
 *
 * @param place where it stands
 * @param name its first word
 * @param words the other words
 * @param children what stands in its braces or in its section
 */
public record Directive(Place place, String name, List<String> words, List<Directive> children) {

    /** Copies the lists. */
    public Directive {
        words = List.copyOf(words);
        children = List.copyOf(children);
    }

    /**
     * Finds children.
     *
     * @param wanted their name
     * @return all of that name, in order
     */
    public List<Directive> all(String wanted) {
        return children.stream().filter(child -> child.name().equals(wanted)).toList();
    }

    /**
     * Finds the first child.
     *
     * @param wanted its name
     * @return the child, or empty
     */
    public Optional<Directive> first(String wanted) {
        return all(wanted).stream().findFirst();
    }

    /** {@return this directive and all below it, in the order of the file} */
    public List<Directive> descendants() {
        List<Directive> found = new ArrayList<>();
        collect(found);
        return found;
    }

    private void collect(List<Directive> found) {
        found.add(this);
        children.forEach(child -> child.collect(found));
    }

    /**
     * Gives a word.
     *
     * @param index 0 for the first one behind the name
     * @return the word, empty text if there is none
     */
    public String word(int index) {
        return index < words.size() ? words.get(index) : "";
    }

    /**
     * Gives the word behind another one.
     *
     * @param key such as {@code verify}
     * @return the next word, or empty
     */
    public Optional<String> after(String key) {
        int at = words.indexOf(key);
        return at >= 0 && at + 1 < words.size() ? Optional.of(words.get(at + 1)) : Optional.empty();
    }

    /** {@return the words behind the name as one text} */
    public String text() {
        return String.join(" ", words);
    }
}
