package io.github.eicluster.mojo;

import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;

/** Folders of the bundle that other goals make, and {@code package} if they have not. */
final class BundleParts {

    private final Predicate<String> doneBefore;
    private final Properties userProperties;

    /**
     * The folders of one build.
     *
     * @param doneBefore whether something was done in this session; notes that it is done now
     * @param userProperties may skip goals
     */
    BundleParts(Predicate<String> doneBefore, Properties userProperties) {
        this.doneBefore = doneBefore;
        this.userProperties = userProperties;
    }

    /** Makes what has not been made in this session; gives the folders that must not go into the bundle. */
    Set<String> make(ClusterBuild build, LoadBalancerStep balancer, DatabasesStep databases) {
        Set<String> withheld = new TreeSet<>();
        if (skipped(PropertyNames.LOAD_BALANCER_SKIP)) {
            withheld.add(LoadBalancerStep.NAME);
        } else if (!doneBefore.test(LoadBalancerStep.NAME)) {
            balancer.run(build);
        }
        if (skipped(PropertyNames.DATABASES_SKIP)) {
            withheld.add(DatabasesStep.NAME);
        } else if (!doneBefore.test(DatabasesStep.NAME)) {
            databases.run(build, false);
        } else if (doneBefore.test(DatabasesStep.PASSWORDS)) {
            withheld.add(DatabasesStep.NAME);
        }
        return withheld;
    }

    private boolean skipped(String property) {
        return Flag.of(property, userProperties.getProperty(property));
    }
}
