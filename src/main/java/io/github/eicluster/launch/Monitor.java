package io.github.eicluster.launch;

/** Hears what is going on. */
public interface Monitor {

    /**
     * Something has been reached.
     *
     * @param line what
     */
    void note(String line);

    /**
     * Something is not as it should be, and the work goes on.
     *
     * @param line what
     */
    void warn(String line);

    /**
     * How far a wait is; the next line takes the place of this one.
     *
     * @param line how far
     */
    void status(String line);

    /** The wait is over. */
    void statusEnds();
}
