package io.github.eicluster.mojo;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.apache.maven.plugin.logging.SystemStreamLog;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OwnProcessesTest {

    @TempDir
    Path folder;

    @Test
    void severalStartsOfOneMavenHaveOneEnd() {
        List<Thread> hooks = new ArrayList<>();
        OwnProcesses own = new OwnProcesses(folder, hooks::add);
        LaunchMonitor monitor = new LaunchMonitor(new SystemStreamLog(), null);

        own.stopAtEnd(Duration.ofSeconds(1), monitor);
        own.stopAtEnd(Duration.ofSeconds(1), monitor);

        assertThat(hooks).singleElement().extracting(Thread::getName).isEqualTo("ei-cluster end");
    }
}
