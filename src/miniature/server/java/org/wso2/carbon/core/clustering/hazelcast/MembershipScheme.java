package org.wso2.carbon.core.clustering.hazelcast;

/** How members find each other, and the real server's class for it. */
enum MembershipScheme {
    WKA("wka.WKABasedMembershipScheme"),
    MULTICAST("multicast.MulticastBasedMembershipScheme"),
    AWS("aws.AWSBasedMembershipScheme"),
    /** Hazelcast's own configuration file says how. */
    FILE("general.GeneralMembershipScheme");

    private final String name;

    MembershipScheme(String name) {
        this.name = name;
    }

    String className() {
        return MembershipScheme.class.getPackageName() + "." + name;
    }
}
