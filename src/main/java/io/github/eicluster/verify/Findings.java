package io.github.eicluster.verify;

import io.github.eicluster.verify.home.CannotCheck;
import io.github.eicluster.verify.home.NodeHome;
import io.github.eicluster.verify.home.Place;
import io.github.eicluster.verify.home.Setting;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;

/** Takes what one rule finds; the same finding counts once. */
public final class Findings {

    private static final int LONGEST = 200;

    private final Rule rule;
    private final Set<Finding> all = new LinkedHashSet<>();

    Findings(Rule rule) {
        this.rule = rule;
    }

    List<Finding> all() {
        return List.copyOf(all);
    }

    /**
     * Reports a violation with the severity of the rule.
     *
     * @param place where
     * @param message what is wrong, without the final stop
     * @param fix what to do
     */
    public void report(Place place, String message, String fix) {
        report(rule.severity(), place, message, fix);
    }

    /**
     * Reports a violation at a value.
     *
     * @param setting the value
     * @param message what is wrong, without the final stop
     * @param fix what to do
     */
    public void report(Setting setting, String message, String fix) {
        report(rule.severity(), setting, message, fix);
    }

    /**
     * Reports a violation.
     *
     * @param severity how bad it is here
     * @param place where
     * @param message what is wrong, without the final stop
     * @param fix what to do
     */
    public void report(Severity severity, Place place, String message, String fix) {
        all.add(new Finding(rule, Finding.Kind.VIOLATION, severity, place, "", printable(message), printable(fix)));
    }

    /**
     * Reports a violation at a value.
     *
     * @param severity how bad it is here
     * @param setting the value
     * @param message what is wrong, without the final stop
     * @param fix what to do
     */
    public void report(Severity severity, Setting setting, String message, String fix) {
        String observed = secret(setting) ? "***" : printable(setting.value());
        all.add(new Finding(
                rule, Finding.Kind.VIOLATION, severity, setting.place(), observed, printable(message), printable(fix)));
    }

    /**
     * Says that something could not be checked.
     *
     * @param place where the answer should be
     * @param reason why it is not there
     */
    public void unchecked(Place place, String reason) {
        all.add(new Finding(rule, Finding.Kind.UNCHECKED, rule.severity(), place, "", printable(reason), ""));
    }

    /**
     * Looks at every node; what cannot be checked on one does not stop the others.
     *
     * @param nodes the nodes
     * @param look looks at one
     */
    public void each(List<NodeHome> nodes, Consumer<NodeHome> look) {
        for (NodeHome node : nodes) {
            guarded(() -> look.accept(node));
        }
    }

    /**
     * Asks every node for something.
     *
     * @param nodes the nodes
     * @param question gives the answer of one
     * @param <T> type of the answer
     * @return the answers in order, without the nodes where it cannot be found out
     */
    public <T> Map<NodeHome, T> collect(List<NodeHome> nodes, Function<NodeHome, T> question) {
        Map<NodeHome, T> answers = new LinkedHashMap<>();
        each(nodes, node -> answers.put(node, question.apply(node)));
        return answers;
    }

    void guarded(Runnable look) {
        try {
            look.run();
        } catch (CannotCheck e) {
            unchecked(e.place(), e.getMessage());
        }
    }

    private static boolean secret(Setting setting) {
        String path = setting.place().path().toLowerCase(Locale.ROOT);
        return path.matches(".*(?:pass|secret|accesskey|token).*")
                || setting.place().file().endsWith("cipher-text.properties");
    }

    /** Values come from strangers: no control characters, no endless texts. */
    static String printable(String text) {
        StringBuilder shown = new StringBuilder();
        text.codePoints().limit(LONGEST * 4L).forEach(c -> {
            if (c == '\n') {
                shown.append("\\n");
            } else if (c == '\r') {
                shown.append("\\r");
            } else if (c == '\t') {
                shown.append("\\t");
            } else {
                shown.appendCodePoint(Character.isISOControl(c) || Character.getType(c) == Character.FORMAT ? '?' : c);
            }
        });
        return shown.toString();
    }
}
