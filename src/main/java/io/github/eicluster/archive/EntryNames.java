package io.github.eicluster.archive;

import java.util.Optional;

/** Which entry names are harmless: plain relative paths with {@code /}. */
final class EntryNames {

    private EntryNames() {}

    /** {@return what is wrong with a name, if anything; a final slash is legal} */
    static Optional<String> fault(String name) {
        if (name.isEmpty()) {
            return Optional.of("has no name");
        }
        if (name.startsWith("/")) {
            return Optional.of("has an absolute name");
        }
        if (hasDrive(name)) {
            return Optional.of("has a name with a drive letter");
        }
        if (name.indexOf('\\') >= 0) {
            return Optional.of("has a backslash in its name");
        }
        for (int i = 0; i < name.length(); i++) {
            if (name.charAt(i) < ' ' || name.charAt(i) == 0x7f) {
                return Optional.of("has a control character in its name");
            }
        }
        return faultOfSegments(withoutSlash(name));
    }

    private static boolean hasDrive(String name) {
        char first = name.charAt(0);
        boolean letter = (first >= 'A' && first <= 'Z') || (first >= 'a' && first <= 'z');
        return letter && name.startsWith(":", 1);
    }

    private static Optional<String> faultOfSegments(String name) {
        int from = 0;
        while (from <= name.length()) {
            int slash = name.indexOf('/', from);
            int to = slash < 0 ? name.length() : slash;
            if (to - from == 2 && name.startsWith("..", from)) {
                return Optional.of("has '..' in its name");
            }
            if (to == from || (to - from == 1 && name.charAt(from) == '.')) {
                return Optional.of("has an empty or '.' segment in its name");
            }
            from = to + 1;
        }
        return Optional.empty();
    }

    /** {@return the name without one final slash} */
    static String withoutSlash(String name) {
        return name.endsWith("/") ? name.substring(0, name.length() - 1) : name;
    }

    /** {@return the folder of a path, empty at the top} */
    static String parent(String path) {
        return path.substring(0, Math.max(0, path.lastIndexOf('/')));
    }
}
