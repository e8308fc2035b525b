package io.github.eicluster.mojo;

import io.github.eicluster.archive.Format;
import io.github.eicluster.assembly.DatabasesFolder;
import io.github.eicluster.database.DatabaseFiles;
import java.nio.file.Path;
import org.apache.maven.project.MavenProject;
import org.apache.maven.project.MavenProjectHelper;

/** What {@code databases} does, also when {@code package} has to do it. */
final class DatabasesStep {

    /** The goal, which is also the classifier. */
    static final String NAME = "databases";

    /** Noted in a session whose files hold passwords, which keeps them out of the bundle. */
    static final String PASSWORDS = "databases with passwords";

    private final Said said;
    private final MavenProject project;
    private final MavenProjectHelper helper;

    DatabasesStep(Said said, MavenProject project, MavenProjectHelper helper) {
        this.said = said;
        this.project = project;
        this.helper = helper;
    }

    /** Writes the files; with passwords in them nothing is attached. */
    void run(ClusterBuild build, boolean showPasswords) {
        DatabasesFolder folder = new DatabasesFolder(build.workspace().output());
        DatabaseFiles files = DatabasesFolder.plan(build.planned(), build.base(), build.baseDirectory(), showPasswords);
        files.problems().forEach(problem -> said.warn(problem.text()));
        folder.write(files);
        said.info("databases: " + String.join(", ", files.files().keySet()) + " in " + folder.path());
        if (!files.secrets().isEmpty()) {
            said.warn("showPasswords: " + String.join(", ", files.secrets())
                    + " below databases hold passwords in clear text, and nothing is attached. Delete them when they"
                    + " have run.");
        } else if (build.hasPom()) {
            Path archive = build.archive(NAME, Format.ZIP);
            folder.pack(archive, build.timestamp());
            helper.attachArtifact(project, Format.ZIP.text(), build.workspace().classifier(NAME), archive.toFile());
            said.info("databases: " + archive.getFileName());
        }
    }
}
