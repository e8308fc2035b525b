package io.github.eicluster.mojo;

import io.github.eicluster.config.RawElement;
import io.github.eicluster.verify.Policy;
import io.github.eicluster.verify.Rules;
import io.github.eicluster.verify.Suppression;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** Reads what a team makes of findings. */
final class VerifyPolicy {

    private static final Set<String> ELEMENTS = Set.of("rule", "file", "node", "reason");

    private VerifyPolicy() {}

    static Policy of(String failOn, Optional<RawElement> suppressions) {
        Policy.FailOn found = switch (failOn == null ? "error" : failOn.strip()) {
            case "error" -> Policy.FailOn.ERROR;
            case "warning" -> Policy.FailOn.WARNING;
            case "never" -> Policy.FailOn.NEVER;
            default ->
                throw new Mistake("failOn", "'" + failOn + "' is none of error, warning, never. Write one of them.");
        };
        return new Policy(found, suppressions.map(VerifyPolicy::suppressions).orElse(List.of()));
    }

    private static List<Suppression> suppressions(RawElement list) {
        if (!list.text().isBlank()) {
            throw new Mistake("suppressions", "holds a text. Write <suppression> elements.");
        }
        List<Suppression> found = new ArrayList<>();
        int index = 0;
        for (RawElement element : list.children()) {
            String where = "suppressions/suppression[" + ++index + "]";
            if (!element.name().equals("suppression")) {
                throw new Mistake("suppressions/" + element.name(), "no such element. Write <suppression>.");
            }
            element.children().stream()
                    .filter(child -> !ELEMENTS.contains(child.name()))
                    .findFirst()
                    .ifPresent(child -> {
                        throw new Mistake(
                                where + "/" + child.name(), "no such element. Write rule, file, node and reason.");
                    });
            found.add(suppression(where, element));
        }
        return found;
    }

    private static Suppression suppression(String where, RawElement element) {
        String rule = required(where, element, "rule").toUpperCase(Locale.ROOT);
        if (Rules.byId(rule).isEmpty()) {
            throw new Mistake(where + "/rule", "there is no rule '" + rule + "'. Write an id such as EIC410.");
        }
        return new Suppression(
                where, rule, text(element, "file"), text(element, "node"), required(where, element, "reason"));
    }

    private static String required(String where, RawElement element, String name) {
        return text(element, name)
                .orElseThrow(() -> new Mistake(where + "/" + name, "is required. Add <" + name + ">."));
    }

    private static Optional<String> text(RawElement element, String name) {
        return element.children().stream()
                .filter(child -> child.name().equals(name))
                .map(child -> child.text().strip())
                .filter(text -> !text.isEmpty())
                .findFirst();
    }
}
