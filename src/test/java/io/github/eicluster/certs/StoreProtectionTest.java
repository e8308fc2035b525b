package io.github.eicluster.certs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.eicluster.model.ClusterException;
import io.github.eicluster.model.Problem;
import java.io.IOException;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class StoreProtectionTest {

    @TempDir
    private Path temporary;

    @Test
    void onlyTheOwnerReadsFolderAndFiles() throws IOException {
        assumePosix();
        fill(folder());
        try (CertificateStore store = CertificateStore.open(folder())) {
            store.putKey("internal", StoreKeys.SECOND);
            store.commit();
            assertThat(store.problems(true)).isEmpty();
        }

        try (Stream<Path> walk = Files.walk(folder())) {
            for (Path path : walk.toList()) {
                assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(path)))
                        .as(path.toString())
                        .isEqualTo(Files.isDirectory(path) ? "rwx------" : "rw-------");
            }
        }
    }

    @Test
    void aMadeParentIsTheOwnersToo() throws IOException {
        assumePosix();
        Path folder = temporary.resolve(".ei-cluster/group.artifact");
        CertificateStore.open(folder).close();

        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(folder.getParent())))
                .isEqualTo("rwx------");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "internal.pem", "passwords.properties", "derived", "derived/*"})
    void whatOthersMayReadIsTold(String name) throws IOException {
        assumePosix();
        fill(folder());
        Path open = folder().resolve(name.replace("*", Recipe.of("a").digest()));
        Files.setPosixFilePermissions(open, PosixFilePermissions.fromString("rwxr-----"));

        try (CertificateStore store = CertificateStore.look(folder())) {
            List<Problem> problems = store.problems(false);
            assertThat(problems).hasSize(1);
            assertThat(problems.get(0).isError()).isFalse();
            assertThat(problems.get(0).where()).isEqualTo(folder().toString());
            assertThat(problems.get(0).message())
                    .contains((name.isEmpty() ? "the folder" : folder().relativize(open)) + " (rwxr-----)")
                    .contains("chmod -R go-rwx '" + folder() + "'");
            assertThat(store.problems(true)).allMatch(Problem::isError).hasSize(1);
        }
        CertificateStore.open(folder()).close();
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(open)))
                .isEqualTo("rwxr-----");
    }

    /** A file system of a zip archive knows no owners. */
    @Test
    void whereFilesHaveNoOwnersNothingIsTold() throws IOException {
        try (FileSystem zip = FileSystems.newFileSystem(temporary.resolve("a.zip"), Map.of("create", "true"))) {
            Path folder = Files.createDirectory(zip.getPath("/store"));
            Files.write(folder.resolve("internal.pem"), KeyFile.content(StoreKeys.FIRST));

            try (CertificateStore store = CertificateStore.look(folder)) {
                assertThat(store.key("internal")).contains(StoreKeys.FIRST);
                assertThat(store.problems(true)).isEmpty();
            }
            StoreFiles files = StoreFiles.make(zip.getPath("/other"));
            files.openLock(".lock").close();
            assertThat(files.openToOthers()).isEmpty();
        }
    }

    @Test
    void aMissingFolderHasNoProblems() {
        assertThat(CertificateStore.look(folder()).problems(true)).isEmpty();
    }

    @Test
    void aFileIsNoStore() throws IOException {
        Files.writeString(folder(), "a file");

        for (Path path : List.of(folder(), folder().resolve("below"))) {
            assertThatThrownBy(() -> CertificateStore.open(path)).satisfies(failure -> isNoStore(failure, path));
            assertThatThrownBy(() -> CertificateStore.look(path)).satisfies(failure -> isNoStore(failure, path));
        }
        assertThat(folder()).hasContent("a file");
    }

    @Test
    void aLinkToAFolderIsAStoreAndALinkToNothingIsNot() throws IOException {
        Path link = temporary.resolve("link");
        try {
            Files.createSymbolicLink(link, folder());
        } catch (IOException | UnsupportedOperationException e) {
            Assumptions.abort("skipped: this machine makes no symbolic links");
        }
        assertThatThrownBy(() -> CertificateStore.open(link)).satisfies(failure -> isNoStore(failure, link));
        assertThatThrownBy(() -> CertificateStore.look(link)).satisfies(failure -> isNoStore(failure, link));

        CertificateStore.open(folder()).close();
        fill(link);

        assertThat(CertificateStore.look(folder()).key("internal")).contains(StoreKeys.FIRST);
    }

    @Test
    void aKeyThatLinksToNothingIsNotAMissingKey() throws IOException {
        Files.createDirectories(folder());
        try {
            Files.createSymbolicLink(folder().resolve("internal.pem"), temporary.resolve("not mounted"));
        } catch (IOException | UnsupportedOperationException e) {
            Assumptions.abort("skipped: this machine makes no symbolic links");
        }

        try (CertificateStore store = CertificateStore.open(folder())) {
            assertThatThrownBy(() -> store.key("internal"))
                    .isInstanceOf(ClusterException.class)
                    .hasMessageStartingWith(folder().resolve("internal.pem") + " cannot be read");
        }
    }

    @Test
    void aFolderInPlaceOfAFileIsTold() throws IOException {
        Files.createDirectories(folder().resolve("internal.pem/x"));
        Files.createDirectories(folder().resolve("derived"));
        try (CertificateStore store = CertificateStore.open(folder())) {
            assertThatThrownBy(() -> store.key("internal"))
                    .isInstanceOf(ClusterException.class)
                    .hasMessageStartingWith(folder().resolve("internal.pem") + " cannot be read");
        }
        Files.createDirectories(folder().resolve("README.txt/x"));
        Files.createDirectories(folder().resolve("passwords.properties/x"));
        assertThatThrownBy(() -> CertificateStore.open(folder()))
                .isInstanceOf(ClusterException.class)
                .hasMessageStartingWith(folder().resolve("passwords.properties") + " cannot be read");
    }

    @Test
    void aFileThatCannotBeWrittenIsTold() throws IOException {
        Files.createDirectories(folder());
        Files.writeString(folder().resolve("derived"), "a file");
        try (CertificateStore store = CertificateStore.open(folder())) {
            store.putKey("internal", StoreKeys.FIRST);
            store.password("node");
            store.commit();
        }
        Files.createDirectories(folder().resolve(".ca.pem.part/x"));
        try (CertificateStore store = CertificateStore.open(folder())) {
            store.putKey("ca", StoreKeys.FIRST);
            assertThatThrownBy(store::commit)
                    .isInstanceOf(ClusterException.class)
                    .hasMessageStartingWith(folder().resolve("ca.pem") + " cannot be written");
        }
        assertThat(CertificateStore.look(folder()).key("internal")).contains(StoreKeys.FIRST);
    }

    @Test
    void anUnreadableFolderAndAParentThatCannotBeWrittenAreTold() throws IOException {
        assumePosix();
        fill(folder());
        Files.setPosixFilePermissions(folder(), PosixFilePermissions.fromString("---------"));
        try {
            Assumptions.assumeFalse(
                    Files.isReadable(folder()), "skipped: permissions do not bind this user, such as root");
            assertThatThrownBy(() -> CertificateStore.open(folder()))
                    .isInstanceOf(ClusterException.class)
                    .hasMessageContaining("permission denied");
            assertThatThrownBy(() -> CertificateStore.look(folder()))
                    .isInstanceOf(ClusterException.class)
                    .hasMessageContaining("permission denied");
            assertThatThrownBy(() -> CertificateStore.open(folder().resolve("below")))
                    .isInstanceOf(ClusterException.class)
                    .hasMessageContaining("permission denied");
            Files.setPosixFilePermissions(folder(), PosixFilePermissions.fromString("r-x------"));
            assertThatThrownBy(() -> CertificateStore.open(folder().resolve("below")))
                    .isInstanceOf(ClusterException.class)
                    .hasMessageContaining("cannot be made (permission denied)");
        } finally {
            Files.setPosixFilePermissions(folder(), PosixFilePermissions.fromString("rwx------"));
        }
    }

    private static void isNoStore(Throwable failure, Path path) {
        assertThat(failure)
                .isInstanceOf(ClusterException.class)
                .hasMessageStartingWith(path + " cannot be the certificate store")
                .hasMessageContaining("certificates/store");
    }

    private static void fill(Path folder) {
        try (CertificateStore store = CertificateStore.open(folder)) {
            store.putKey("internal", StoreKeys.FIRST);
            store.password("node");
            store.derived(Recipe.of("a"), () -> new byte[] {1});
            store.commit();
        }
    }

    private void assumePosix() throws IOException {
        Assumptions.assumeTrue(
                Files.getFileStore(temporary).supportsFileAttributeView("posix"),
                "skipped: this file system has no POSIX permissions");
    }

    private Path folder() {
        return temporary.resolve("store");
    }
}
