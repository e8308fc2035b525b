package io.github.eicluster.miniature;

/** Something that keeps the server from coming up; it has been logged, and the process stays, as with the real server. */
final class StartFailure extends Exception {

    private static final long serialVersionUID = 1L;

    StartFailure(String message, Throwable cause) {
        super(message, cause);
    }
}
