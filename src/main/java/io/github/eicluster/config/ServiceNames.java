package io.github.eicluster.config;

import java.util.Optional;
import java.util.regex.Pattern;

/** Names and paths that stand without quotes in units and scripts. */
final class ServiceNames {

    private static final Pattern ACCOUNT = Pattern.compile("[a-z_][a-z0-9_-]{0,30}");
    private static final Pattern PATH = Pattern.compile("/[A-Za-z0-9/._+@-]*");
    private static final Pattern WINDOWS_PATH = Pattern.compile("[A-Za-z]:\\\\[^\"<>|?*%!&^]*");

    private ServiceNames() {}

    /** What is wrong with the name of an account or a group on Linux. */
    static Optional<String> accountMistake(String name) {
        return ACCOUNT.matcher(name).matches()
                ? Optional.empty()
                : Optional.of("'" + name
                        + "' is no name of an account or a group. Use lower-case letters, digits, hyphens and"
                        + " underscores, at most 31, the first a letter or an underscore.");
    }

    /** What is wrong with a directory on Linux. */
    static Optional<String> pathMistake(String path) {
        return PATH.matcher(path).matches() && !hasDots(path)
                ? Optional.empty()
                : Optional.of("'" + path
                        + "' is no absolute path that the start script can use. Begin with /, and use letters,"
                        + " digits and / . _ + @ - only.");
    }

    /** What is wrong with a directory on Windows. */
    static Optional<String> windowsPathMistake(String path, String nodeId) {
        return WINDOWS_PATH.matcher(path).matches()
                ? Optional.empty()
                : Optional.of("'" + path + "' is no absolute path on Windows, which " + nodeId + " runs. Give " + nodeId
                        + " a jvm/javaHome of its own, such as C:\\Java\\jdk8.");
    }

    /** The same directory without slashes that mean nothing. */
    static String normal(String path) {
        String single = path.replaceAll("/{2,}", "/");
        return single.length() > 1 && single.endsWith("/") ? single.substring(0, single.length() - 1) : single;
    }

    private static boolean hasDots(String path) {
        return ("/" + path + "/").contains("/../") || ("/" + path + "/").contains("/./");
    }
}
