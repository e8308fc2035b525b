package io.github.eicluster.mojo;

import io.github.eicluster.sample.SampleCar;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import javax.inject.Inject;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.apache.maven.settings.crypto.SettingsDecrypter;
import org.eclipse.aether.RepositorySystem;

/**
 * Writes a Carbon application with which a new cluster can be tried, into {@code sample} below the output directory: an
 * API {@code /health} that names the node which answers, and a proxy service {@code EiClusterSample} that logs each
 * message. Needs neither cluster nor distribution. With {@code sampleCar} the goals that make nodes put it on every node.
 *
 * @since 0.1.0
 */
@Mojo(name = "sample-car", threadSafe = true, requiresProject = false)
public final class SampleCarMojo extends AbstractClusterMojo {

    /**
     * Skips this goal.
     *
     * <pre>{@code
     * <skipSampleCar>true</skipSampleCar>
     * }</pre>
     *
     * @since 0.1.0
     */
    @Parameter(property = PropertyNames.SAMPLE_CAR_SKIP, defaultValue = "false")
    private String skipSampleCar;

    /**
     * The goal with Maven's services.
     *
     * @param decrypter decrypts passwords of settings.xml
     * @param repositories resolves artifacts
     */
    @Inject
    public SampleCarMojo(SettingsDecrypter decrypter, RepositorySystem repositories) {
        super(new Services(decrypter, repositories));
    }

    @Override
    String skipGoal() {
        return skipSampleCar;
    }

    @Override
    boolean standsAlone() {
        return true;
    }

    @Override
    void runAlone(Invocation invocation) throws IOException {
        Path folder = invocation.workspace().output().resolve("sample");
        Files.createDirectories(folder);
        Path file = folder.resolve(SampleCar.FILE);
        Files.write(file, new SampleCar().bytes(invocation.timestamp()));
        getLog().info("sample: " + file);
        getLog().info("sample: copy it into repository/deployment/server/carbonapps of every node, or build the nodes"
                + " with -D" + PropertyNames.SAMPLE_CAR);
    }

    @Override
    void run(ClusterBuild build) {
        throw new IllegalStateException("stands alone");
    }
}
