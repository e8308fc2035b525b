package io.github.eicluster.certs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.eicluster.model.ClusterException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StoreLockTest {

    private static final int THREADS = 8;
    private static final int ROUNDS = 4;

    @TempDir
    private Path temporary;

    @Test
    void threadsAndProcessesMakeOneKey() throws Exception {
        List<Path> seen = List.of(temporary.resolve("seen1"), temporary.resolve("seen2"));
        List<Process> processes = new ArrayList<>();
        for (Path file : seen) {
            processes.add(start(ROUNDS, file));
        }
        List<String> all = Collections.synchronizedList(new ArrayList<>());
        CyclicBarrier together = new CyclicBarrier(THREADS);
        ExecutorService threads = Executors.newFixedThreadPool(THREADS);
        try {
            List<Future<?>> builds = new ArrayList<>();
            for (int thread = 0; thread < THREADS; thread++) {
                builds.add(threads.submit(() -> {
                    together.await();
                    for (int round = 0; round < ROUNDS; round++) {
                        all.add(StoreProcess.build(folder()));
                    }
                    return null;
                }));
            }
            for (Future<?> build : builds) {
                build.get();
            }
        } finally {
            threads.shutdownNow();
        }
        for (Process process : processes) {
            assertThat(process.waitFor()).as(errors()).isZero();
        }
        for (Path file : seen) {
            all.addAll(Files.readAllLines(file));
        }

        assertThat(all).hasSize((THREADS + seen.size()) * ROUNDS);
        assertThat(all.stream().distinct()).hasSize(1);
        assertThat(StoreProcess.build(folder())).isEqualTo(all.get(0));
        try (Stream<Path> files = Files.list(folder())) {
            assertThat(files.map(file -> file.getFileName().toString()))
                    .containsExactlyInAnyOrder(
                            ".lock", ".lock-held", "README.txt", "derived", "internal.pem", "passwords.properties");
        }
    }

    @Test
    void whoGetsNoLockIsToldItsFile() {
        try (CertificateStore store = CertificateStore.open(folder())) {
            assertThat(store.isNew()).isTrue();
            assertThatThrownBy(() -> CertificateStore.open(folder(), Duration.ZERO))
                    .isInstanceOf(ClusterException.class)
                    .hasMessageStartingWith(folder().resolve(".lock") + " has been locked by another build");
        }

        CertificateStore.open(folder(), Duration.ZERO).close();
    }

    @Test
    void anotherProcessWaits() throws Exception {
        try (CertificateStore store = CertificateStore.open(folder())) {
            assertThat(store.isNew()).isTrue();
            assertThat(start(0, temporary.resolve("none")).waitFor()).isNotZero();
            assertThat(errors()).contains(".lock has been locked by another build");
        }

        assertThat(start(0, temporary.resolve("none")).waitFor()).as(errors()).isZero();
    }

    /** On POSIX systems the thread that gives up takes the lock of its process from the one that has it. */
    @Test
    void aThreadThatGivesUpDoesNotFreeTheStore() throws Exception {
        try (CertificateStore store = CertificateStore.open(folder())) {
            assertThat(store.isNew()).isTrue();
            assertThatThrownBy(() -> CertificateStore.open(folder(), Duration.ZERO))
                    .isInstanceOf(ClusterException.class);

            assertThat(start(0, temporary.resolve("none")).waitFor()).isNotZero();
            assertThat(errors()).contains("has been locked by another build");
        }
    }

    @Test
    void anInterruptEndsTheWaiting() {
        try (CertificateStore store = CertificateStore.open(folder())) {
            assertThat(store.isNew()).isTrue();
            Thread.currentThread().interrupt();
            assertThatThrownBy(() -> CertificateStore.open(folder()))
                    .isInstanceOf(ClusterException.class)
                    .hasMessageContaining("interrupted")
                    .hasMessageContaining(folder().resolve(".lock").toString());
            assertThat(Thread.interrupted()).isTrue();
        }
    }

    @Test
    void aDamagedStoreDoesNotStayLocked() throws IOException {
        Files.createDirectories(folder());
        Files.writeString(folder().resolve(Passwords.FILE), "node");
        assertThatThrownBy(() -> CertificateStore.open(folder())).isInstanceOf(ClusterException.class);

        Files.writeString(folder().resolve(Passwords.FILE), "node=sesame");
        try (CertificateStore store = CertificateStore.open(folder(), Duration.ZERO)) {
            assertThat(store.password("node").reveal()).isEqualTo("sesame");
        }
    }

    private Process start(int rounds, Path seen) throws IOException {
        return new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        classPath(),
                        StoreProcess.class.getName(),
                        folder().toString(),
                        Integer.toString(rounds),
                        seen.toString())
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .redirectError(ProcessBuilder.Redirect.appendTo(
                        temporary.resolve("errors").toFile()))
                .start();
    }

    private static String classPath() {
        return System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
    }

    private String errors() throws IOException {
        return Files.readString(temporary.resolve("errors"));
    }

    private Path folder() {
        return temporary.resolve("store");
    }
}
