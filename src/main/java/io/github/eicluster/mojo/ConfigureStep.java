package io.github.eicluster.mojo;

import io.github.eicluster.assembly.ClusterDocuments;
import io.github.eicluster.assembly.LibraryRows;
import io.github.eicluster.assembly.PlannedNode;
import io.github.eicluster.assembly.ServicesFolder;
import io.github.eicluster.assembly.Staging;
import io.github.eicluster.assembly.VaultFolder;
import io.github.eicluster.model.Problem;
import io.github.eicluster.service.ServiceFiles;
import java.io.IOException;
import java.util.List;
import org.apache.maven.plugin.logging.Log;

/** What {@code configure} does, also when {@code package} has to do it. */
final class ConfigureStep {

    private static final int LISTED = 20;

    private final Log log;

    ConfigureStep(Log log) {
        this.log = log;
    }

    void run(ClusterBuild build) throws IOException {
        // Whatever is wrong with a unit is found before anything is written.
        ServiceFiles services = ServicesFolder.plan(build.planned());
        new Staging(build.workspace().output(), "configure")
                .write(build.planned().nodes());
        List<Problem> unresolved = new ClusterDocuments(build.workspace().output())
                .write(
                        build.planned(),
                        build.workspace().environment().orElse(""),
                        build::archiveName,
                        build.keys().shown());
        unresolved.forEach(problem -> log.warn(problem.text()));
        log.info("EI " + build.planned().version() + " from " + build.base().origin());
        for (PlannedNode node : build.planned().nodes()) {
            log.info(Messages.configured(node));
        }
        ServicesFolder folder = new ServicesFolder(build.workspace().output());
        folder.write(services);
        if (!services.files().isEmpty()) {
            log.info(Messages.services(services, folder.path()));
        }
        VaultFolder vault = new VaultFolder(build.workspace().output());
        vault.write(build.planned());
        build.planned()
                .nodes()
                .forEach(node -> node.plan()
                        .vault()
                        .ifPresent(held -> log.info(Messages.vaulted(node, held, vault.file(build.planned(), node)))));
        listExcluded(build.planned().excluded());
        LibraryRows.lines(build.planned().nodes()).forEach(log::info);
    }

    private void listExcluded(List<String> excluded) {
        if (excluded.isEmpty()) {
            return;
        }
        log.info("The distribution has been used; " + excluded.size() + " files of its run-time state are left out:");
        excluded.stream().limit(LISTED).forEach(path -> log.info("  " + path));
        if (excluded.size() > LISTED) {
            log.info("  and " + (excluded.size() - LISTED) + " more (all with -X)");
            excluded.stream().skip(LISTED).forEach(path -> log.debug("  " + path));
        }
    }
}
