package io.github.eicluster.certs;

import io.github.eicluster.model.Problem;
import io.github.eicluster.model.Secret;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.security.PrivateKey;
import java.security.cert.X509Certificate;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** Reads the files that a team names in the POM; one that cannot be used is a mistake with its path and the remedy. */
final class GivenFiles {

    private final Path baseDirectory;
    private final List<Problem> problems;

    GivenFiles(Path baseDirectory, List<Problem> problems) {
        this.baseDirectory = baseDirectory;
        this.problems = problems;
    }

    /** The certificates of a PEM file; none if there is a mistake. */
    List<X509Certificate> certificates(String place, String path) {
        String remedy = "Give a PEM file (-----BEGIN CERTIFICATE-----); keytool -exportcert -rfc and"
                + " openssl x509 -inform der write one.";
        return use(place, path, remedy, content -> {
                    List<X509Certificate> found = Pem.certificates(content);
                    if (found.isEmpty()) {
                        throw new BadKeyException("holds no certificate in PEM");
                    }
                    return found;
                })
                .orElse(List.of());
    }

    /** The private key of a PEM file; none if there is a mistake. */
    Optional<PrivateKey> key(String place, String path, Optional<Secret> password) {
        String remedy = "Give a PEM file with one RSA or EC key, and serverId (or password) if it is encrypted.";
        return use(place, path, remedy, content -> Pem.key(content, password));
    }

    /** What is made of a file's content; none if there is a mistake. */
    <T> Optional<T> use(String place, String path, String remedy, Function<byte[], T> maker) {
        try {
            Path file = baseDirectory.resolve(path);
            if (!Files.exists(file)) {
                problems.add(Problem.error(
                        place, "'" + path + "' does not exist. Relative paths start from " + baseDirectory + "."));
                return Optional.empty();
            }
            return Optional.of(maker.apply(Files.readAllBytes(file)));
        } catch (BadKeyException e) {
            problems.add(Problem.error(place, "'" + path + "' " + e.getMessage() + ". " + remedy));
        } catch (IOException | InvalidPathException e) {
            problems.add(Problem.error(place, "'" + path + "' cannot be read. Give a file that the build may read."));
        }
        return Optional.empty();
    }
}
