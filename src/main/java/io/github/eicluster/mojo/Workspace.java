package io.github.eicluster.mojo;

import java.io.File;
import java.nio.file.Path;
import java.util.Optional;
import org.apache.maven.project.MavenProject;

/**
 * Where a build reads and writes, with or without a POM.
 *
 * @param base directory that relative paths start from
 * @param build the build directory, where archives go
 * @param output the plugin's own directory inside the build directory
 * @param finalName start of archive names; absent without a POM, where the distribution's root folder is used
 * @param environment name of the environment, if any
 */
record Workspace(Path base, Path build, Path output, Optional<String> finalName, Optional<String> environment) {

    private static final String ENVIRONMENT_RULE = "[a-z0-9][a-z0-9-]{0,30}";

    static Workspace of(MavenProject project, Path base, File outputDirectory, String environment) {
        boolean pom = project.getFile() != null;
        // Without a POM Maven's own build directory resolves to a path with a literal ${...} in it.
        Path build = pom
                ? Path.of(project.getBuild().getDirectory()).toAbsolutePath().normalize()
                : base.resolve("target");
        Path output = outputDirectory == null
                ? build.resolve("ei-cluster")
                : base.resolve(outputDirectory.toPath()).normalize();
        if (!output.startsWith(build) || output.equals(build)) {
            throw new Mistake(
                    "outputDirectory",
                    "'" + outputDirectory + "' does not lie inside the build directory " + build
                            + ", and its content is replaced by every build. Choose a folder below it.");
        }
        if (environment != null && !environment.matches(ENVIRONMENT_RULE)) {
            throw new Mistake(
                    "environment",
                    "'" + environment + "' is not of the form " + ENVIRONMENT_RULE
                            + ", as part of file names and classifiers has to be. Use a name such as test or prod.");
        }
        Optional<String> finalName = pom ? Optional.of(project.getBuild().getFinalName()) : Optional.empty();
        return new Workspace(base, build, output, finalName, Optional.ofNullable(environment));
    }

    /** Classifier of a node's artifact, which is also the end of its archive's name. */
    String classifier(String suffix) {
        return environment.map(e -> e + "-" + suffix).orElse(suffix);
    }

    /** Name of the project's main artifact without its extension. */
    String mainName() {
        return finalName.orElseThrow();
    }

    /** Name of an archive without its extension. */
    String archiveName(String root, String suffix) {
        return finalName.orElse(root) + "-" + classifier(suffix);
    }
}
