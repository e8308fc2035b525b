package io.github.eicluster.certs;

import io.github.eicluster.model.KeySource;
import io.github.eicluster.model.Problem;
import java.nio.file.Path;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Reads and checks the keys that a team gives: files, passwords, key against certificate, chain, dates, key size, names.
 * What is wrong is reported with its POM path, value, rule and remedy.
 */
@SuppressWarnings("DoNotCallSuggester") // until its methods are there
final class ProvidedKeys {

    /** Relative paths start from the base directory; problems go to the list. */
    ProvidedKeys(Path baseDirectory, Instant now, int renewBefore, List<Problem> problems) {}

    /**
     * Reads one key.
     *
     * @param place POM path of the purpose, such as {@code cluster/certificates/node}
     * @param source what the POM says
     * @param names host names that it should be valid for; a missing one is a warning; empty for the internal key
     * @return key and chain, or nothing if there is an error
     */
    Optional<KeyEntry> read(String place, KeySource source, List<String> names) {
        throw new UnsupportedOperationException();
    }

    /** Reads the files of {@code cluster/certificates/trusted/certificate}; alias to certificate, in order. */
    java.util.Map<String, X509Certificate> trusted(List<String> paths) {
        throw new UnsupportedOperationException();
    }
}
