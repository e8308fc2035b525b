package io.github.eicluster.verify;

import io.github.eicluster.verify.home.Place;

/**
 * What a rule says about one place.
 *
 * @param rule the rule
 * @param kind whether the rule is violated or could not be checked
 * @param severity how bad it is here; of an unchecked rule that of the rule
 * @param place where
 * @param observed the value that stands there, {@code ***} for a secret; may be empty
 * @param message what is wrong, one sentence without the final stop
 * @param fix what to do, with the values of this cluster; empty for what could not be checked
 */
public record Finding(
        Rule rule, Kind kind, Severity severity, Place place, String observed, String message, String fix) {

    /** What a rule found out. */
    public enum Kind {
        /** The rule is violated. */
        VIOLATION,
        /** Neither right nor wrong: something that the rule has to know cannot be found out. */
        UNCHECKED
    }

    /** {@return whether the rule is violated} */
    public boolean violation() {
        return kind == Kind.VIOLATION;
    }

    Finding with(Severity other) {
        return new Finding(rule, kind, other, place, observed, message, fix);
    }
}
