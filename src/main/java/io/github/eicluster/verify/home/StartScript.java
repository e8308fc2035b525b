package io.github.eicluster.verify.home;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The system properties that the start scripts of a node set. */
public final class StartScript {

    /** Start script of Unix systems. */
    public static final String UNIX = "bin/integrator.sh";

    private static final String WINDOWS = "bin/integrator.bat";

    private static final Pattern PROPERTY = Pattern.compile("-D([\\w.]+)=(\"[^\"]*\"|[^\\s\"\\\\]*)");

    private final List<Setting> properties = new ArrayList<>();

    /**
     * Reads the scripts of a node.
     *
     * @param home the node
     * @return what they set
     * @throws CannotCheck if a script cannot be read
     */
    public static StartScript of(NodeHome home) {
        return home.once("scripts", () -> {
            StartScript script = new StartScript();
            script.read(home, UNIX, "#");
            // A home has both scripts; a machine runs one of them.
            if (script.properties.isEmpty()) {
                script.read(home, WINDOWS, "rem ");
            }
            return script;
        });
    }

    private void read(NodeHome home, String path, String comment) {
        Optional<String> text = home.text(path);
        if (text.isEmpty()) {
            return;
        }
        int number = 0;
        for (String line : text.get().split("\n", -1)) {
            number++;
            if (line.strip().toLowerCase(java.util.Locale.ROOT).startsWith(comment)) {
                continue;
            }
            Matcher matcher = PROPERTY.matcher(line);
            while (matcher.find()) {
                Place place = new Place(home.name(), path, number, "-D" + matcher.group(1));
                properties.add(new Setting(place, matcher.group(2).replace("\"", ""), Optional.empty()));
            }
        }
    }

    /**
     * Finds what a property is set to.
     *
     * @param name name of the system property
     * @return the last setting, which counts
     */
    public Optional<Setting> property(String name) {
        return properties.stream()
                .filter(setting -> setting.place().path().equals("-D" + name))
                .reduce((first, second) -> second);
    }
}
