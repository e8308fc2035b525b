package io.github.eicluster.mojo;

import io.github.eicluster.certs.Renewal;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.Map;
import java.util.Properties;
import java.util.Set;

/** Reads the parameter {@code newKey}. */
final class NewKeys {

    private static final String NAME = "newKey";

    private static final Map<String, Renewal.Key> WORDS = Map.of(
            "ca", Renewal.Key.CA,
            "loadBalancer", Renewal.Key.LOAD_BALANCER,
            "node", Renewal.Key.NODE,
            "internal", Renewal.Key.INTERNAL);

    private final Properties commandLine;

    /** Takes the user properties of the session. */
    NewKeys(Properties commandLine) {
        this.commandLine = commandLine;
    }

    /**
     * Reads the key pairs.
     *
     * @param text true, false, or words with commas; null if the parameter is not given
     * @return the key pairs to replace
     * @throws Mistake if a word is unknown, or if the text does not come from the command line
     */
    Set<Renewal.Key> read(String text) {
        if (text == null || text.equals("false")) {
            return Set.of();
        }
        if (!text.equals(commandLine.getProperty(PropertyNames.CERTS_NEW_KEY))) {
            throw new Mistake(
                    NAME,
                    "'" + text
                            + "' stands in a POM or in settings.xml, so that every build would replace keys. Remove it, and"
                            + " give -D" + PropertyNames.CERTS_NEW_KEY + " to the one build that is to make new keys.");
        }
        // "-Dei-cluster.certs.newKey" without a value arrives as "true", "-Dei-cluster.certs.newKey=" as an empty text.
        if (text.equals("true") || text.isBlank()) {
            return EnumSet.allOf(Renewal.Key.class);
        }
        Set<Renewal.Key> keys = EnumSet.noneOf(Renewal.Key.class);
        Arrays.stream(text.split(",")).map(String::trim).map(NewKeys::key).forEach(keys::add);
        return keys;
    }

    private static Renewal.Key key(String word) {
        Renewal.Key key = WORDS.get(word);
        if (key == null) {
            throw new Mistake(
                    NAME,
                    "'" + word
                            + "' is none of ca, loadBalancer, node, internal. Write one or more of them with commas, or"
                            + " true for all.");
        }
        return key;
    }
}
