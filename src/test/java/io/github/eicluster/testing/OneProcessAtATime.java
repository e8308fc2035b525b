package io.github.eicluster.testing;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/** Test classes that work in the same folders wait for each other when several processes run tests. */
public final class OneProcessAtATime implements BeforeAllCallback, AfterAllCallback {

    private static final ExtensionContext.Namespace NAMESPACE =
            ExtensionContext.Namespace.create(OneProcessAtATime.class);

    @Override
    public void beforeAll(ExtensionContext context) throws IOException {
        Path file = Files.createDirectories(Path.of("target")).resolve("one-process-at-a-time.lock");
        FileChannel channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        channel.lock();
        context.getStore(NAMESPACE).put(context.getUniqueId(), channel);
    }

    /** The lock ends with its channel. */
    @Override
    public void afterAll(ExtensionContext context) throws IOException {
        context.getStore(NAMESPACE)
                .remove(context.getUniqueId(), FileChannel.class)
                .close();
    }
}
