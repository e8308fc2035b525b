package io.github.eicluster.verify.balancer;

import io.github.eicluster.verify.home.Place;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads a file of HAProxy: sections of lines of words. */
final class HaproxyParser {

    private static final Set<String> SECTIONS = Set.of(
            "global",
            "defaults",
            "frontend",
            "backend",
            "listen",
            "peers",
            "resolvers",
            "userlist",
            "cache",
            "program",
            "mailers",
            "http-errors",
            "ring",
            "log-forward",
            "fcgi-app",
            "crt-store");

    private static final Pattern WORD = Pattern.compile("\"([^\"]*)\"|'([^']*)'|((?:\\\\.|[^\\s\"'])+)");

    private HaproxyParser() {}

    static List<Directive> parse(String file, String text) {
        List<Directive> sections = new ArrayList<>();
        List<String> head = List.of();
        Place place = new Place("", file, 0, "");
        List<Directive> lines = new ArrayList<>();
        int number = 0;
        for (String line : text.split("\n", -1)) {
            number++;
            List<String> words = words(line);
            if (words.isEmpty()) {
                continue;
            }
            Place here = new Place("", file, number, words.get(0));
            if (SECTIONS.contains(words.get(0))) {
                add(sections, place, head, lines);
                place = here;
                head = words;
                lines = new ArrayList<>();
            } else {
                lines.add(new Directive(here, words.get(0), words.subList(1, words.size()), List.of()));
            }
        }
        add(sections, place, head, lines);
        return sections;
    }

    private static void add(List<Directive> sections, Place place, List<String> head, List<Directive> lines) {
        if (!head.isEmpty()) {
            sections.add(new Directive(place, head.get(0), head.subList(1, head.size()), lines));
        }
    }

    private static List<String> words(String line) {
        int comment = line.indexOf('#');
        Matcher matcher = WORD.matcher(comment < 0 ? line : line.substring(0, comment));
        List<String> words = new ArrayList<>();
        while (matcher.find()) {
            words.add(
                    matcher.group(1) != null
                            ? matcher.group(1)
                            : matcher.group(2) != null ? matcher.group(2) : matcher.group(3));
        }
        return words;
    }
}
