package io.github.eicluster.node;

import io.github.eicluster.edit.XmlEditor;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/** Turns a path that matches several elements into one path for each. */
final class SinglePaths {

    private SinglePaths() {}

    /**
     * The paths of all elements that a path matches.
     *
     * @param xml the file
     * @param path absolute; no slash within predicates
     * @return one path each, in document order; siblings are told apart by their name, or else by their number
     */
    static List<String> of(XmlEditor xml, String path) {
        List<String> found = List.of("");
        for (String step : path.substring(1).split("/", -1)) {
            found = found.stream()
                    .flatMap(parent -> children(xml, parent + "/" + step).stream())
                    .toList();
        }
        return found;
    }

    private static List<String> children(XmlEditor xml, String path) {
        List<Optional<String>> names = xml.attributes(path, "name");
        if (names.size() < 2) {
            return names.isEmpty() ? List.of() : List.of(path);
        }
        return IntStream.range(0, names.size())
                .mapToObj(i -> names.get(i)
                        .filter(name -> !path.endsWith("]") && Collections.frequency(names, names.get(i)) == 1)
                        .map(name -> path + "[@name=" + XmlEditor.quote(name) + "]")
                        .orElse(path + "[" + (i + 1) + "]"))
                .toList();
    }
}
