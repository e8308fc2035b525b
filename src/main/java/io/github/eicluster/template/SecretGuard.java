package io.github.eicluster.template;

import io.github.eicluster.model.ClusterException;
import io.github.eicluster.model.Secret;
import java.util.Map;
import java.util.Optional;
import org.apache.velocity.app.event.MethodExceptionEventHandler;
import org.apache.velocity.app.event.ReferenceInsertionEventHandler;
import org.apache.velocity.context.Context;
import org.apache.velocity.exception.MethodInvocationException;
import org.apache.velocity.util.introspection.Info;

/**
 * Refuses to render a secret: as three asterisks it would look right and be wrong. Also passes on what a method threw,
 * which Velocity would turn into null as soon as a handler of any kind is registered.
 */
final class SecretGuard implements ReferenceInsertionEventHandler, MethodExceptionEventHandler {

    static final String RULE = "a secret cannot be rendered directly. Write $secrets.get('serverId').";

    @Override
    public Object referenceInsert(Context context, String reference, Object value) {
        if (holdsSecret(value)) {
            throw new ClusterException(reference + ": " + RULE);
        }
        return value;
    }

    @Override
    public Object methodException(Context context, Class<?> type, String method, Exception failure, Info place) {
        throw new MethodInvocationException(
                failure.getMessage(), failure, method, place.getTemplateName(), place.getLine(), place.getColumn());
    }

    private static boolean holdsSecret(Object value) {
        if (value instanceof Secret) {
            return true;
        }
        if (value instanceof Optional<?> optional) {
            return optional.filter(SecretGuard::holdsSecret).isPresent();
        }
        if (value instanceof Map<?, ?> map) {
            return map.values().stream().anyMatch(SecretGuard::holdsSecret);
        }
        if (value instanceof Iterable<?> items) {
            for (Object item : items) {
                if (holdsSecret(item)) {
                    return true;
                }
            }
        }
        return false;
    }
}
