package io.github.eicluster.mojo;

import io.github.eicluster.model.ClusterException;
import io.github.eicluster.smoke.ConsoleLines;
import io.github.eicluster.smoke.HtmlPage;
import io.github.eicluster.smoke.JUnitXml;
import io.github.eicluster.smoke.NodeControl;
import io.github.eicluster.smoke.SmokeOptions;
import io.github.eicluster.smoke.SmokeReport;
import io.github.eicluster.smoke.SmokeTarget;
import io.github.eicluster.smoke.SmokeTest;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.apache.maven.plugin.logging.Log;

/** Looks at a running cluster, reports and decides. */
final class SmokeTestStep {

    private final Log log;
    private final Invocation invocation;

    SmokeTestStep(Log log, Invocation invocation) {
        this.log = log;
        this.invocation = invocation;
    }

    void run(SmokeTarget target, SmokeOptions options, Optional<NodeControl> control, boolean strict)
            throws IOException {
        SmokeReport report = look(target, options, control, strict);
        for (ConsoleLines.Line line : ConsoleLines.of(report)) {
            switch (line.outcome()) {
                case FAILED -> log.error(line.text());
                case NOT_CHECKED -> log.warn(line.text());
                case PASSED -> log.info(line.text());
            }
        }
        Path folder = write(report);
        log.info("Report: " + folder.resolve("index.html"));
        if (report.failed()) {
            throw new ClusterException("The cluster does not work as it is meant to: " + report.summary()
                    + ". The report is " + folder.resolve("index.html") + ".");
        }
    }

    private static SmokeReport look(
            SmokeTarget target, SmokeOptions options, Optional<NodeControl> control, boolean strict) {
        try {
            return new SmokeTest(target, options, control).run(strict);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new ClusterException("The smoke test was interrupted.", e);
        }
    }

    private Path write(SmokeReport report) throws IOException {
        Path folder = invocation.workspace().output().resolve("smoke-test");
        Files.createDirectories(folder);
        Files.write(folder.resolve("smoke-test.xml"), JUnitXml.of(report));
        Files.write(folder.resolve("index.html"), HtmlPage.of(report).getBytes(StandardCharsets.UTF_8));
        return folder;
    }
}
