package io.github.eicluster.mojo;

import io.github.eicluster.archive.Format;
import io.github.eicluster.archive.WrittenArchive;
import io.github.eicluster.assembly.PackagedNode;
import io.github.eicluster.assembly.PlannedNode;
import io.github.eicluster.certs.CertificatePlan;
import io.github.eicluster.model.ListenerPorts;
import io.github.eicluster.model.NodeVault;
import io.github.eicluster.service.ServiceFiles;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Lines of the build log. */
final class Messages {

    private Messages() {}

    /** The line that configure prints for a node. */
    static String configured(PlannedNode node) {
        StringBuilder line = new StringBuilder(node.node().id()).append(": ");
        line.append(node.node().host().orElse("host found by the membership scheme"))
                .append(", offset ")
                .append(node.node().portOffset())
                .append(", member port ")
                .append(node.node().memberPort());
        node.plan().listeners().ifPresent(ports -> line.append(listeners(ports)));
        return line.append(", ").append(node.paths().size()).append(" files").toString();
    }

    /** The line that certs prints for a certificate in use. */
    static String certificate(CertificatePlan.Summary certificate) {
        return certificate.purpose() + ": " + certificate.subject() + ", ends " + certificate.ends() + ", "
                + certificate.origin();
    }

    /** The warning for a wish that only the goal certs fulfils. */
    static String nothingRenewed(String property) {
        return "-D" + property
                + " was given, but the goal certs has not run: nothing was made anew. Run ei-cluster:certs"
                + " before this goal.";
    }

    /** The line that package prints for an archive. */
    static String packed(PackagedNode packed) {
        WrittenArchive archive = packed.archive();
        String folder = packed.format() == Format.DIRECTORY ? "homes/" : "";
        String name = packed.nodeId() + ": " + folder + archive.file().getFileName();
        if (archive.reused()) {
            return name + " is up to date";
        }
        return String.format(
                Locale.ROOT,
                "%s, %s in %.1f s",
                name,
                size(archive.bytes()),
                archive.elapsed().toMillis() / 1e3);
    }

    /** The line that package prints for all archives. */
    static String allPacked(List<PackagedNode> packed, Duration elapsed) {
        List<PackagedNode> made =
                packed.stream().filter(one -> !one.archive().reused()).toList();
        long bytes = made.stream()
                .mapToLong(one -> one.archive().work().bytesWritten())
                .sum();
        return String.format(
                Locale.ROOT,
                "Wrote %d of %d archives, %s in %.3f s",
                made.size(),
                packed.size(),
                size(bytes),
                elapsed.toNanos() / 1e9);
    }

    /** The line that configure prints for units and scripts. */
    static String services(ServiceFiles services, Path folder) {
        String none = services.withoutUnit().isEmpty()
                ? ""
                : ", none for " + String.join(", ", services.withoutUnit()) + " (Windows)";
        return "services: " + String.join(", ", services.files().keySet()) + " in " + folder + none;
    }

    /** The line that configure prints for the secure vault of a node. */
    static String vaulted(PlannedNode node, NodeVault vault, Optional<Path> passwordFile) {
        return node.node().id() + ": " + vault.secrets().size() + " passwords in the secure vault, encrypted with "
                + vault.keystore()
                + passwordFile
                        .map(file -> "; start-up password in " + file)
                        .orElse("; the server asks for its password at every start");
    }

    private static String size(long bytes) {
        return bytes < 1_000_000
                ? String.format(Locale.ROOT, "%.1f kB", bytes / 1e3)
                : String.format(Locale.ROOT, "%.1f MB", bytes / 1e6);
    }

    /** The warning for an attached archive that holds secrets. */
    static String attachedSecrets(PlannedNode node) {
        int count = node.clearSecretCount();
        return node.node().id() + ": the attached archive holds " + count + (count == 1 ? " secret" : " secrets")
                + " in clear text; whoever can read the repository can read " + (count == 1 ? "it" : "them") + ".";
    }

    private static String listeners(ListenerPorts ports) {
        return port(", http ", ports.http())
                + port(", https ", ports.https())
                + port(", console ", ports.console())
                + port(", console http ", ports.consoleHttp());
    }

    private static String port(String label, int port) {
        return port == 0 ? "" : label + port;
    }
}
