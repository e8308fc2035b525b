package io.github.eicluster.product;

import io.github.eicluster.model.ClusterException;
import java.util.List;
import java.util.regex.Pattern;

/**
 * What a server leaves behind in its home, and what no other node may inherit. Sources: {@code integrator.sh} (pid, tmp),
 * kernel {@code DefaultSecretCallbackHandler} (password files), the vendor's page "Deployment Synchronization" (what nodes
 * do not share), H2 (lock and trace files).
 */
public final class RuntimeState {

    private static final List<String> FOLDERS = List.of("repository/logs/", "tmp/", "wso2/tmp/", "repository/data/");

    private static final String LOGS = "repository/logs/";

    private static final String DATABASES = "repository/database/";

    /** README files explain a folder, {@code .gitkeep} keeps an empty one: both ship. */
    private static final Pattern SHIPPED = Pattern.compile("(?:.*/)?(?:README[^/]*|\\.gitkeep)");

    private static final Pattern PID = Pattern.compile("[^/]*\\.pid");

    private static final Pattern PASSWORD = Pattern.compile("password(?:-tmp|-persist)?(?:\\.txt)?");

    private static final Pattern DATABASE_TRACE =
            Pattern.compile("repository/database/.*\\.(?:lock\\.db|trace\\.db|trace\\.db\\.old)");

    private static final Pattern DATABASE_TEMPORARY =
            Pattern.compile("repository/database/.*(?:\\.mv\\.db\\.temp[^/]*|\\.temp\\.db|\\.mv\\.db\\.newFile)");

    private static final Pattern DATABASE = Pattern.compile("repository/database/.*\\.(?:h2|mv|data)\\.db");

    private RuntimeState() {}

    /**
     * Tells whether a file is the trace of a running or stopped server and is never packed.
     *
     * @param path path below the home
     * @return whether it is left out
     */
    public static boolean isRuntime(String path) {
        for (String folder : FOLDERS) {
            if (path.startsWith(folder)) {
                return !SHIPPED.matcher(path).matches();
            }
        }
        if (path.startsWith(DATABASES)) {
            return DATABASE_TRACE.matcher(path).matches()
                    || DATABASE_TEMPORARY.matcher(path).matches();
        }
        return path.indexOf('/') < 0
                && (PID.matcher(path).matches() || PASSWORD.matcher(path).matches());
    }

    /**
     * Tells whether a server has run in a home: it left a pid, a log, or a lock or trace file of H2. An archive of a vendor
     * has none of them.
     *
     * @param files paths below the home
     * @return whether there is such a file
     */
    public static boolean started(List<String> files) {
        return files.stream().anyMatch(RuntimeState::isEvidence);
    }

    private static boolean isEvidence(String path) {
        if (path.startsWith(LOGS)) {
            return isRuntime(path);
        }
        return path.startsWith(DATABASES)
                ? DATABASE_TRACE.matcher(path).matches()
                : PID.matcher(path).matches();
    }

    /**
     * Lists the local H2 databases.
     *
     * @param files paths below the home
     * @return those that are database files, in the same order
     */
    public static List<String> databases(List<String> files) {
        return files.stream()
                .filter(path ->
                        path.startsWith(DATABASES) && DATABASE.matcher(path).matches())
                .toList();
    }

    /**
     * Lists what of a base is not packed. A home that has run must not hand its local registry on: it holds mounts and time
     * stamps of another node.
     *
     * @param origin the base as the user named it, for the message
     * @param files paths below the home
     * @param keepDatabase whether a used database is packed nevertheless
     * @return the files to leave out, in the same order
     * @throws ClusterException if a server has run there, a local database exists, and it is not to be kept
     */
    public static List<String> exclusions(String origin, List<String> files, boolean keepDatabase) {
        List<String> databases = databases(files);
        if (!keepDatabase && !databases.isEmpty() && started(files)) {
            String evidence =
                    files.stream().filter(RuntimeState::isEvidence).findFirst().orElseThrow();
            throw new ClusterException(
                    "distribution: '" + origin + "' has been started (it holds " + evidence
                            + "), and every node would inherit its local database " + String.join(", ", databases)
                            + "; give a freshly unpacked pack, or set <keepDatabase>true</keepDatabase> inside <distribution>.");
        }
        return files.stream().filter(RuntimeState::isRuntime).toList();
    }
}
