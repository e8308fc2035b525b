package io.github.eicluster.certs;

/** A key or store that cannot be used; the message ends a sentence that begins with its path, such as "holds no key". */
final class BadKeyException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    BadKeyException(String message) {
        super(message);
    }

    BadKeyException(String message, Throwable cause) {
        super(message, cause);
    }
}
