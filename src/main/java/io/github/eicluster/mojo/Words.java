package io.github.eicluster.mojo;

import io.github.eicluster.config.RawElement;
import io.github.eicluster.model.ClusterException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.apache.maven.plugin.PluginParameterExpressionEvaluator;
import org.codehaus.plexus.component.configurator.expression.ExpressionEvaluationException;
import org.codehaus.plexus.configuration.PlexusConfiguration;

/** Reads top-level parameters that are texts or lists of texts, in a POM or as a user property. */
final class Words {

    private final Invocation invocation;

    Words(Invocation invocation) {
        this.invocation = invocation;
    }

    /**
     * Reads a list: child elements of one name, or text with commas.
     *
     * @param list name of the parameter
     * @param item name of its child elements
     * @param configuration what Maven gives, may be null
     * @return the words, empty if there are none
     */
    List<String> read(String list, String item, PlexusConfiguration configuration) {
        Optional<RawElement> raw = raw(configuration);
        if (raw.isEmpty()) {
            return List.of();
        }
        checkAttributes(list, raw.get());
        if (raw.get().children().isEmpty()) {
            return Arrays.stream(raw.get().text().split(","))
                    .map(String::trim)
                    .filter(word -> !word.isEmpty())
                    .toList();
        }
        List<String> words = new ArrayList<>();
        int index = 0;
        for (RawElement child : raw.get().children()) {
            index++;
            if (!child.name().equals(item)) {
                throw new Mistake(list + "/" + child.name(), "no such element. Write <" + item + ">.");
            }
            checkAttributes(list + "/" + item + "[" + index + "]", child);
            if (child.text().isBlank() || !child.children().isEmpty()) {
                throw new Mistake(list + "/" + item + "[" + index + "]", "needs a text.");
            }
            words.add(child.text().trim());
        }
        return words;
    }

    /**
     * The element as written; if it comes from a user property, with the property's value as text.
     *
     * @param configuration what Maven gives, may be null
     * @return the element, or empty if neither POM nor property gives one
     */
    Optional<RawElement> raw(PlexusConfiguration configuration) {
        if (configuration == null) {
            return Optional.empty();
        }
        RawElement element = RawElement.of(configuration);
        // Maven leaves the expression of the user property in place for parameters of this type, even beside children.
        if (!element.text().startsWith("${ei-cluster.")) {
            return Optional.of(element);
        }
        if (!element.children().isEmpty()) {
            return Optional.of(
                    new RawElement(element.name(), "", element.attributes(), element.children(), element.property()));
        }
        return evaluate(element.text())
                .map(text -> new RawElement(element.name(), text, element.attributes(), List.of(), element.property()));
    }

    private static void checkAttributes(String where, RawElement element) {
        for (String attribute : element.attributes().keySet()) {
            if (!attribute.startsWith("combine.")) {
                throw new Mistake(where, "has an attribute '" + attribute + "', which has no meaning here. Remove it.");
            }
        }
    }

    private Optional<String> evaluate(String expression) {
        try {
            Object value = new PluginParameterExpressionEvaluator(invocation.session(), invocation.execution())
                    .evaluate(expression, String.class);
            return Optional.ofNullable(value).map(Object::toString);
        } catch (ExpressionEvaluationException e) {
            throw new ClusterException("'" + expression + "' cannot be evaluated: " + e.getMessage(), e);
        }
    }
}
