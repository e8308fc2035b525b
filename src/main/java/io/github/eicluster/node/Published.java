package io.github.eicluster.node;

import java.util.Set;

/** Passwords that the vendor ships with every distribution: known to everybody, secret to nobody. */
final class Published {

    static final Set<String> VALUES = Set.of("wso2carbon", "admin", "password", "axis2", "mailpassword");

    private Published() {}
}
