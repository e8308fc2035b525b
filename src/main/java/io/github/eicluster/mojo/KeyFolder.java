package io.github.eicluster.mojo;

import io.github.eicluster.model.Cluster;
import io.github.eicluster.model.Problem;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * Where the keys of a cluster are kept between builds.
 *
 * @param path the folder
 * @param shown how people write it, without the home directory of the account that builds
 * @param problems what is wrong with its place
 */
record KeyFolder(Path path, String shown, List<Problem> problems) {

    private static final String PARENT = ".ei-cluster";

    /**
     * Finds the folder: the declared one, or one below the user's home that is named after the project and the environment.
     *
     * @param cluster the cluster
     * @param workspace where relative paths start
     * @param invocation knows the project and the home of the user
     * @return the folder, which may be missing
     */
    static KeyFolder of(Cluster cluster, Workspace workspace, Invocation invocation) {
        Optional<String> declared = cluster.certificates().store();
        if (declared.isPresent()) {
            Path path = workspace.base().resolve(declared.get()).normalize();
            return new KeyFolder(path, declared.get(), problems(path, workspace));
        }
        String name = (invocation.hasPom()
                        ? invocation.project().getGroupId() + "."
                                + invocation.project().getArtifactId()
                        : cluster.domain())
                + workspace.environment().map(e -> "-" + e).orElse("");
        String home = invocation.session().getSystemProperties().getProperty("user.home");
        if (home == null || home.isBlank()) {
            throw new Mistake(
                    "cluster/certificates/store",
                    "is not given, and the user that runs this build has no home directory. Name a folder that keeps the"
                            + " keys between builds.");
        }
        Path path = Path.of(home, PARENT, name).toAbsolutePath().normalize();
        return new KeyFolder(path, "~/" + PARENT + "/" + name, problems(path, workspace));
    }

    private static List<Problem> problems(Path path, Workspace workspace) {
        if (!path.startsWith(workspace.build())) {
            return List.of();
        }
        return List.of(Problem.warning(
                "cluster/certificates/store",
                "'" + path + "' lies inside the build directory: mvn clean deletes the keys, and what the internal key"
                        + " has encrypted is unreadable then. Choose a folder outside " + workspace.build() + "."));
    }
}
