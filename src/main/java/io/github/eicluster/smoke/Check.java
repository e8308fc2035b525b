package io.github.eicluster.smoke;

import java.util.List;

/** One or more checks that belong together; they answer within the time-outs, and never throw for what a server does. */
interface Check {

    List<Result> run();

    /** {@return who is looked at} */
    String subject();

    /** {@return the name of the check, unique for a subject, also if it does not end} */
    String title();
}
