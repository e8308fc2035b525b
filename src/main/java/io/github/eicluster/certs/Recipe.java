package io.github.eicluster.certs;

import io.github.eicluster.model.Secret;
import java.security.cert.Certificate;
import java.util.List;

/** Everything that finished bytes depend on, as a digest. */
@SuppressWarnings("DoNotCallSuggester") // until its methods are there
final class Recipe {

    private Recipe() {}

    static Recipe of(String what) {
        throw new UnsupportedOperationException();
    }

    Recipe with(String text) {
        throw new UnsupportedOperationException();
    }

    Recipe with(byte[] bytes) {
        throw new UnsupportedOperationException();
    }

    Recipe with(Secret secret) {
        throw new UnsupportedOperationException();
    }

    Recipe with(List<? extends Certificate> certificates) {
        throw new UnsupportedOperationException();
    }

    /** Digest as lower-case hexadecimal digits; parts cannot run into each other. */
    String digest() {
        throw new UnsupportedOperationException();
    }
}
