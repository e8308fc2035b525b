package io.github.eicluster.certs;

import io.github.eicluster.model.Secret;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.cert.Certificate;
import java.security.cert.CertificateEncodingException;
import java.util.HexFormat;
import java.util.List;

/** Everything that finished bytes depend on, as a digest. */
final class Recipe {

    /** SHA-256 over the state before and the part that was added, with its length. */
    private final byte[] state;

    private Recipe(byte[] state) {
        this.state = state;
    }

    static Recipe of(String what) {
        return new Recipe(new byte[0]).with(what);
    }

    Recipe with(String text) {
        return with(text.getBytes(StandardCharsets.UTF_8));
    }

    Recipe with(byte[] bytes) {
        MessageDigest digest = Fingerprints.sha256();
        digest.update(state);
        digest.update(ByteBuffer.allocate(Long.BYTES).putLong(bytes.length).array());
        digest.update(bytes);
        return new Recipe(digest.digest());
    }

    Recipe with(Secret secret) {
        return with(secret.reveal());
    }

    Recipe with(List<? extends Certificate> certificates) {
        Recipe recipe = with(String.valueOf(certificates.size()));
        for (Certificate certificate : certificates) {
            try {
                recipe = recipe.with(certificate.getEncoded());
            } catch (CertificateEncodingException e) {
                throw new IllegalStateException("a certificate that was read has an encoding", e);
            }
        }
        return recipe;
    }

    /** Digest as lower-case hexadecimal digits; parts cannot run into each other. */
    String digest() {
        return HexFormat.of().formatHex(state);
    }
}
