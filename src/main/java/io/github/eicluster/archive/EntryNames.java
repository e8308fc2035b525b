package io.github.eicluster.archive;

import java.util.Optional;
import java.util.regex.Pattern;

/** Which entry names are harmless: plain relative paths with {@code /}. */
final class EntryNames {

    private static final Pattern DRIVE = Pattern.compile("[A-Za-z]:.*", Pattern.DOTALL);

    private EntryNames() {}

    /** {@return what is wrong with a name, if anything; a final slash is legal} */
    static Optional<String> fault(String name) {
        if (name.isEmpty()) {
            return Optional.of("has no name");
        }
        if (name.startsWith("/")) {
            return Optional.of("has an absolute name");
        }
        if (DRIVE.matcher(name).matches()) {
            return Optional.of("has a name with a drive letter");
        }
        if (name.indexOf('\\') >= 0) {
            return Optional.of("has a backslash in its name");
        }
        if (name.chars().anyMatch(c -> c < ' ' || c == 0x7f)) {
            return Optional.of("has a control character in its name");
        }
        return faultOfSegments(name);
    }

    private static Optional<String> faultOfSegments(String name) {
        for (String segment : withoutSlash(name).split("/", -1)) {
            if (segment.equals("..")) {
                return Optional.of("has '..' in its name");
            }
            if (segment.equals(".") || segment.isEmpty()) {
                return Optional.of("has an empty or '.' segment in its name");
            }
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
