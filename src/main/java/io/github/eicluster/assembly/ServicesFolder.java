package io.github.eicluster.assembly;

import io.github.eicluster.service.ServiceData;
import io.github.eicluster.service.ServiceFiles;
import io.github.eicluster.service.ServiceWriter;
import io.github.eicluster.template.Templates;
import java.nio.file.Path;

/** The folder {@code <output>/services} with systemd units and what fetches deployment artifacts. */
public final class ServicesFolder {

    private final Path folder;

    /**
     * The folder of one build.
     *
     * @param output the plugin's output directory
     */
    public ServicesFolder(Path output) {
        this.folder = output.resolve("services");
    }

    /**
     * Where the files are.
     *
     * @return the folder
     */
    public Path path() {
        return folder;
    }

    /**
     * Plans the files; writes nothing.
     *
     * @param planned the cluster
     * @return the files, none without {@code cluster/service}
     */
    public static ServiceFiles plan(PlannedCluster planned) {
        return new ServiceWriter(new Templates())
                .write(new ServiceData(planned.cluster(), planned.version().toString(), planned.root()));
    }

    /**
     * Writes the files, and removes what is no longer made.
     *
     * @param planned the planned files
     */
    public void write(ServiceFiles planned) {
        new OwnedFolder(folder).write(planned.files());
    }
}
