package io.github.eicluster.template;

import io.github.eicluster.model.ClusterException;
import io.github.eicluster.model.Secret;
import org.apache.velocity.util.introspection.Info;
import org.apache.velocity.util.introspection.SecureUberspector;
import org.apache.velocity.util.introspection.VelMethod;
import org.apache.velocity.util.introspection.VelPropertyGet;

/**
 * Lets a template call methods, but none that leads to classes or class loaders, and none of a secret. Public with a
 * public constructor because Velocity creates it by name.
 */
public final class GuardedUberspector extends SecureUberspector {

    /** For Velocity. */
    public GuardedUberspector() {}

    @Override
    public VelMethod getMethod(Object target, String name, Object[] arguments, Info place) {
        refuseSecret(target);
        return super.getMethod(target, name, arguments, place);
    }

    @Override
    public VelPropertyGet getPropertyGet(Object target, String name, Info place) {
        refuseSecret(target);
        return super.getPropertyGet(target, name, place);
    }

    private static void refuseSecret(Object target) {
        if (target instanceof Secret) {
            throw new ClusterException(SecretGuard.RULE);
        }
    }
}
