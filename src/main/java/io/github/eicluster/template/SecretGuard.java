package io.github.eicluster.template;

import io.github.eicluster.model.ClusterException;
import io.github.eicluster.model.Secret;
import java.util.Map;
import java.util.Optional;
import org.apache.velocity.app.event.ReferenceInsertionEventHandler;
import org.apache.velocity.context.Context;

/** Refuses to render a secret: as three asterisks it would look right and be wrong. */
final class SecretGuard implements ReferenceInsertionEventHandler {

    static final String RULE = "a secret cannot be rendered directly. Write $secrets.get('serverId').";

    @Override
    public Object referenceInsert(Context context, String reference, Object value) {
        if (holdsSecret(value)) {
            throw new ClusterException(reference + ": " + RULE);
        }
        return value;
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
