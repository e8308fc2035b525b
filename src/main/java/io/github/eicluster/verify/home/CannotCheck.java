package io.github.eicluster.verify.home;

import io.github.eicluster.model.ClusterException;

/** Something that a rule has to know cannot be found out: neither right nor wrong. */
public final class CannotCheck extends ClusterException {

    private static final long serialVersionUID = 1L;

    private final transient Place place;

    /**
     * A question without an answer.
     *
     * @param place where the answer should be
     * @param reason why it is not there, as the end of a sentence
     */
    public CannotCheck(Place place, String reason) {
        super(reason);
        this.place = place;
    }

    /** {@return where the answer should be} */
    public Place place() {
        return place;
    }
}
