package io.github.eicluster.verify.home;

import java.util.Optional;
import java.util.OptionalInt;

/**
 * One value of a configuration file.
 *
 * @param place where it stands
 * @param value as the file has it, decoded, not trimmed
 * @param alias alias of the secure vault that takes the place of the value, if any
 */
public record Setting(Place place, String value, Optional<String> alias) {

    /** {@return the value without white space around it} */
    public String trimmed() {
        return value.strip();
    }

    /** {@return whether the file does not tell the value: it is in the vault, or a variable stands for it} */
    public boolean hidden() {
        return alias.isPresent()
                || value.contains("$secret{")
                || (value.contains("${") && !value.contains("${carbon.home}"))
                || value.contains("$env{")
                || value.contains("$sys{");
    }

    /**
     * Gives the value for a comparison.
     *
     * @return the trimmed value
     * @throws CannotCheck if the file does not tell it
     */
    public String known() {
        if (hidden()) {
            throw new CannotCheck(
                    place, alias.isPresent() ? "the value is in the secure vault" : "the value is a variable");
        }
        return trimmed();
    }

    /** {@return the value as a number; empty if it is none} */
    public OptionalInt number() {
        return number(trimmed());
    }

    /**
     * Reads a port or another small number.
     *
     * @param text any text
     * @return the number; empty if it is none
     */
    public static OptionalInt number(String text) {
        return text.matches("\\d{1,9}") ? OptionalInt.of(Integer.parseInt(text)) : OptionalInt.empty();
    }

    /**
     * Compares with a word.
     *
     * @param word lower case
     * @return whether the trimmed value is that word in any case
     */
    public boolean is(String word) {
        return trimmed().equalsIgnoreCase(word);
    }
}
