package io.github.eicluster.bench;

import java.util.Locale;

/**
 * One run of one way.
 *
 * @param whole seconds that all processes took
 * @param inGoal seconds that the goal took to make the archives, -1 if there is no goal
 * @param peakMegabytes largest resident size of a process
 */
record Measurement(double whole, double inGoal, double peakMegabytes) {

    /** One of the numbers. */
    interface Value {
        double of(Measurement measurement);
    }

    @Override
    public String toString() {
        return String.format(Locale.ROOT, "%.2f s, in the goal %.3f s, %.0f MB", whole, inGoal, peakMegabytes);
    }
}
