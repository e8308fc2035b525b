package io.github.eicluster.template;

import io.github.eicluster.model.Secret;
import java.util.List;

/**
 * What a template gave.
 *
 * @param text the text
 * @param secrets secrets that were written into it, one entry for each time, published defaults left out
 */
public record RenderedTemplate(String text, List<Secret> secrets) {

    /** Copies the list. */
    public RenderedTemplate {
        secrets = List.copyOf(secrets);
    }

    /** {@return size only: the text may hold secrets} */
    @Override
    public String toString() {
        return "RenderedTemplate[" + text.length() + " characters, " + secrets.size() + " secrets]";
    }
}
