package io.github.eicluster.maven;

import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.apache.maven.execution.MavenSession;
import org.apache.maven.toolchain.Toolchain;
import org.apache.maven.toolchain.ToolchainManager;

/** JDKs that Maven's toolchains name. */
public final class JdkToolchains {

    private static final String TYPE = "jdk";

    private final ToolchainManager manager;
    private final MavenSession session;

    /**
     * The toolchains of a session.
     *
     * @param manager Maven's toolchains
     * @param session the session
     */
    public JdkToolchains(ToolchainManager manager, MavenSession session) {
        this.manager = manager;
        this.session = session;
    }

    /**
     * Lists the JDKs.
     *
     * @param range versions that are looked for in {@code toolchains.xml}, such as {@code [1.7,9)}
     * @return directories: first that of the toolchain that the build has selected, then those of the range
     */
    public List<Path> homes(String range) {
        Set<Path> homes = new LinkedHashSet<>();
        Optional.ofNullable(manager.getToolchainFromBuildContext(TYPE, session))
                .flatMap(JdkToolchains::home)
                .ifPresent(homes::add);
        manager.getToolchains(session, TYPE, Map.of("version", range)).stream()
                .flatMap(toolchain -> home(toolchain).stream())
                .forEach(homes::add);
        return List.copyOf(homes);
    }

    private static Optional<Path> home(Toolchain toolchain) {
        return Optional.ofNullable(toolchain.findTool("java"))
                .map(java -> Path.of(java).toAbsolutePath().normalize())
                .map(java -> java.resolve("../..").normalize());
    }
}
