package io.github.eicluster.mojo;

import io.github.eicluster.launch.Jdk;
import io.github.eicluster.maven.JdkToolchains;
import io.github.eicluster.model.ClusterException;
import io.github.eicluster.model.Node;
import io.github.eicluster.product.EiVersion;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** Chooses the JDK of a node: the one of the POM, else one of Maven's toolchains, never the one that runs Maven. */
final class NodeJava {

    private final JdkToolchains toolchains;
    private final EiVersion version;

    NodeJava(JdkToolchains toolchains, EiVersion version) {
        this.toolchains = toolchains;
        this.version = version;
    }

    Jdk of(Node node, String script) {
        String where = "cluster/jvm/javaHome of " + node.id();
        Optional<String> declared = node.jvm().javaHome();
        if (declared.isPresent()) {
            Jdk jdk = Jdk.of(Path.of(declared.get()), where);
            jdk.mistake(version, script).ifPresent(mistake -> {
                throw new ClusterException(where + ": " + mistake);
            });
            return jdk;
        }
        List<Jdk> found =
                toolchains.homes("[1." + EiVersion.OLDEST_JAVA + "," + (version.newestJava() + 1) + ")").stream()
                        .map(home -> Jdk.of(home, "toolchains.xml"))
                        .toList();
        return found.stream()
                .filter(jdk -> jdk.mistake(version, script).isEmpty())
                .findFirst()
                .orElseThrow(() -> new ClusterException(where + ": is missing, and "
                        + (found.isEmpty() ? "toolchains.xml has no JDK for it" : unsuitable(found.get(0), script))
                        + ". The JDK of Maven is not taken, since EI " + version + " runs on Java "
                        + EiVersion.OLDEST_JAVA + " to " + version.newestJava() + ": name the directory of one."));
    }

    private String unsuitable(Jdk jdk, String script) {
        return "of the toolchains, "
                + jdk.mistake(version, script).orElseThrow().replaceFirst("\\. Name.*", "");
    }
}
