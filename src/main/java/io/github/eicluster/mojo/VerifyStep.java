package io.github.eicluster.mojo;

import io.github.eicluster.model.ClusterException;
import io.github.eicluster.verify.ClusterView;
import io.github.eicluster.verify.Policy;
import io.github.eicluster.verify.Report;
import io.github.eicluster.verify.Verifier;
import io.github.eicluster.verify.home.NodeHome;
import io.github.eicluster.verify.output.ConsoleReport;
import io.github.eicluster.verify.output.HtmlReport;
import io.github.eicluster.verify.output.JUnitReport;
import io.github.eicluster.verify.output.SarifReport;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.apache.maven.plugin.logging.Log;
import org.codehaus.plexus.configuration.PlexusConfiguration;

/** Judges, reports and decides. */
final class VerifyStep {

    private final Log log;
    private final Invocation invocation;

    VerifyStep(Log log, Invocation invocation) {
        this.log = log;
        this.invocation = invocation;
    }

    void run(JudgedHomes judged, String failOn, PlexusConfiguration suppressions, boolean production)
            throws IOException {
        try (judged) {
            Policy policy = VerifyPolicy.of(failOn, new Words(invocation).raw(suppressions));
            judge(judged, policy, production);
        }
    }

    private void judge(JudgedHomes judged, Policy policy, boolean production) throws IOException {
        List<NodeHome> homes = new ArrayList<>();
        judged.nodes().forEach((name, files) -> homes.add(new NodeHome(name, files)));
        ClusterView cluster = new ClusterView(homes, judged.balancer(), judged.declared(), Instant.now(), production);
        Report report = new Verifier().judge(cluster, policy);
        ConsoleReport console = new ConsoleReport(report);
        for (ConsoleReport.Line line : console.lines()) {
            switch (line.severity()) {
                case ERROR -> log.error(line.text());
                case WARNING -> log.warn(line.text());
                case INFO -> log.info(line.text());
            }
        }
        Path folder = write(report, judged.heading());
        log.info("Report: " + folder.resolve("index.html"));
        long read = homes.stream().mapToLong(NodeHome::bytesRead).sum();
        log.debug(read + " bytes of configuration were read");
        if (report.failed()) {
            throw new ClusterException(
                    "The cluster is not sound: " + console.summary() + ". The report is " + folder.resolve("index.html")
                            + "; mvn ei-cluster:explain -Dei-cluster.explain.rule=<id> tells more.");
        }
    }

    private Path write(Report report, String heading) throws IOException {
        Path folder = invocation.workspace().output().resolve("verify");
        Files.createDirectories(folder);
        String version = invocation.plugin().getVersion();
        Files.write(folder.resolve("verify.sarif"), new SarifReport(report, version).bytes());
        Files.write(folder.resolve("verify.xml"), new JUnitReport(report).bytes());
        Files.write(
                folder.resolve("index.html"),
                new HtmlReport(report, heading).page().getBytes(StandardCharsets.UTF_8));
        return folder;
    }
}
