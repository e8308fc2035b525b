package io.github.eicluster.smoke;

import java.util.Optional;

/**
 * What one check has found.
 *
 * @param subject who was looked at: id of a node, {@code load balancer}, {@code databases} or {@code cluster}
 * @param check name of the check, unique for a subject
 * @param outcome how it went
 * @param message what was seen, a sentence without a full stop
 * @param remedy what to do about it, a sentence; empty where nothing is to do
 * @param rule id of the rule of {@code verify} that looks for the usual cause in the files, if there is one
 */
public record Result(
        String subject, String check, Outcome outcome, String message, String remedy, Optional<String> rule) {

    /** How a check went. */
    public enum Outcome {
        /** What has to be so is so. */
        PASSED("passed"),
        /** It is not so. */
        FAILED("failed"),
        /** It could not be found out. */
        NOT_CHECKED("not checked");

        private final String text;

        Outcome(String text) {
            this.text = text;
        }

        /** {@return the words in reports} */
        public String text() {
            return text;
        }
    }

    static Result passed(String subject, String check, String message) {
        return new Result(subject, check, Outcome.PASSED, message, "", Optional.empty());
    }

    static Result failed(String subject, String check, String message, String remedy) {
        return new Result(subject, check, Outcome.FAILED, message, remedy, Optional.empty());
    }

    static Result unchecked(String subject, String check, String message, String remedy) {
        return new Result(subject, check, Outcome.NOT_CHECKED, message, remedy, Optional.empty());
    }

    Result rule(String id) {
        return new Result(subject, check, outcome, message, remedy, Optional.of(id));
    }

    boolean is(Outcome other) {
        return outcome == other;
    }
}
