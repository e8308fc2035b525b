package io.github.eicluster.template;

/**
 * What a template gave.
 *
 * @param text the text
 * @param secrets number of secrets that were written into it, published defaults not counted
 */
public record RenderedTemplate(String text, int secrets) {

    /** {@return size only: the text may hold secrets} */
    @Override
    public String toString() {
        return "RenderedTemplate[" + text.length() + " characters, " + secrets + " secrets]";
    }
}
