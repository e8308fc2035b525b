package io.github.eicluster.verify;

/** How bad a finding is, in ascending order. */
public enum Severity {
    /** Worth knowing; never fails a build. */
    INFO("info"),
    /** Will do harm some day, or is careless. */
    WARNING("warning"),
    /** Does not work, or is dangerous. */
    ERROR("error");

    private final String text;

    Severity(String text) {
        this.text = text;
    }

    /** {@return the word in reports} */
    public String text() {
        return text;
    }
}
