package io.github.eicluster.model;

import java.util.Optional;

/**
 * The administrator of {@code conf/user-mgt.xml}; what is absent stays as the distribution has it.
 *
 * @param username name
 * @param password password; counts only before the first start
 * @param role role
 * @param add whether the server creates user and role
 */
public record Admin(
        Optional<String> username, Optional<Secret> password, Optional<String> role, Optional<Boolean> add) {

    /** Everything as the distribution has it. */
    public static final Admin OF_BASE =
            new Admin(Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());
}
