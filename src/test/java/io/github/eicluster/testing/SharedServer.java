package io.github.eicluster.testing;

import java.util.function.Supplier;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/**
 * Gives test classes a server that starts with the first of them and stops after the last test of the build.
 *
 * @param <S> type of the server
 */
abstract class SharedServer<S extends DatabaseServer> implements BeforeAllCallback, ParameterResolver {

    private final Class<S> type;
    private final Supplier<S> start;

    /**
     * For one kind of server.
     *
     * @param type its class, which is the type of the parameter too
     * @param start starts one, or aborts the test where that is impossible
     */
    SharedServer(Class<S> type, Supplier<S> start) {
        this.type = type;
        this.start = start;
    }

    /** Starts the server before the first test, so that a whole class is skipped where it is absent. */
    @Override
    public void beforeAll(ExtensionContext context) {
        server(context);
    }

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        return parameter.getParameter().getType().isAssignableFrom(type)
                && DatabaseServer.class.isAssignableFrom(
                        parameter.getParameter().getType());
    }

    @Override
    public S resolveParameter(ParameterContext parameter, ExtensionContext context) {
        return server(context);
    }

    /** The root's store closes what it holds when the last test is done. */
    private S server(ExtensionContext context) {
        return context.getRoot()
                .getStore(ExtensionContext.Namespace.create(SharedServer.class))
                .computeIfAbsent(type, key -> start.get(), type);
    }
}
