package io.github.eicluster.jdbc;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.IntConsumer;

/** Remembers what is said, and can do something before a statement. */
final class Recorded implements Journal {

    private final List<String> lines = Collections.synchronizedList(new ArrayList<>());
    private final IntConsumer before;

    Recorded() {
        this(number -> {});
    }

    /** Does something before each statement. */
    Recorded(IntConsumer before) {
        this.before = before;
    }

    /** Does something before one statement. */
    static Recorded before(int statement, Runnable action) {
        return new Recorded(number -> {
            if (number == statement) {
                action.run();
            }
        });
    }

    @Override
    public void info(String line) {
        lines.add(line);
    }

    @Override
    public void statement(String database, int number, int total) {
        before.accept(number);
    }

    List<String> lines() {
        return List.copyOf(lines);
    }
}
