package io.github.eicluster.product;

import io.github.eicluster.model.ClusterException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A version of EI, such as 6.4.0.
 *
 * @param major first number
 * @param minor second number
 * @param patch third number
 */
public record EiVersion(int major, int minor, int patch) implements Comparable<EiVersion> {

    /** Oldest supported version. */
    public static final EiVersion OLDEST = new EiVersion(6, 0, 0);

    /** The first version that is too new, exclusive bound. */
    public static final EiVersion END = new EiVersion(6, 7, 0);

    /** Oldest Java that EI runs on. */
    public static final int OLDEST_JAVA = 7;

    private static final Pattern FORM = Pattern.compile("(\\d{1,4})\\.(\\d{1,4})\\.(\\d{1,4})(?:[.+_-].*)?");

    /**
     * Reads a version.
     *
     * @param text such as {@code 6.4.0} or {@code 6.4.0-SNAPSHOT}
     * @return the version
     * @throws ClusterException if it is not of that form
     */
    public static EiVersion parse(String text) {
        Matcher matcher = FORM.matcher(text.trim());
        if (!matcher.matches()) {
            throw new ClusterException("'" + text.trim() + "' is not an EI version such as 6.6.0.");
        }
        return new EiVersion(
                Integer.parseInt(matcher.group(1)),
                Integer.parseInt(matcher.group(2)),
                Integer.parseInt(matcher.group(3)));
    }

    /**
     * Compares with major and minor number.
     *
     * @param otherMajor first number
     * @param otherMinor second number
     * @return whether this version is that one or a later one
     */
    public boolean atLeast(int otherMajor, int otherMinor) {
        return compareTo(new EiVersion(otherMajor, otherMinor, 0)) >= 0;
    }

    /** {@return whether this plugin configures that version} */
    public boolean supported() {
        return compareTo(OLDEST) >= 0 && compareTo(END) < 0;
    }

    /** {@return the newest Java that this version runs on; check of {@code java -version} in integrator.sh} */
    public int newestJava() {
        return atLeast(6, 6) ? 11 : 8;
    }

    /**
     * Tells whether this version runs on a Java.
     *
     * @param feature its feature release, such as 8
     * @return whether it is supported
     */
    public boolean runsOnJava(int feature) {
        return feature >= OLDEST_JAVA && feature <= newestJava();
    }

    @Override
    public int compareTo(EiVersion other) {
        int byMajor = Integer.compare(major, other.major);
        int byMinor = byMajor != 0 ? byMajor : Integer.compare(minor, other.minor);
        return byMinor != 0 ? byMinor : Integer.compare(patch, other.patch);
    }

    @Override
    public String toString() {
        return major + "." + minor + "." + patch;
    }
}
