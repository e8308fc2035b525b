package io.github.eicluster.certs;

import static io.github.eicluster.certs.StoreKeys.FIRST;
import static io.github.eicluster.certs.StoreKeys.FIRST_AGAIN;
import static io.github.eicluster.certs.StoreKeys.SECOND;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.eicluster.model.ClusterException;
import io.github.eicluster.model.Secret;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CertificateStoreTest {

    private static final Recipe RECIPE = Recipe.of("key store");

    @TempDir
    private Path temporary;

    @Test
    void everythingIsThereAtTheNextBuild() {
        byte[] made = {1, 2, 3};
        String password;
        try (CertificateStore store = CertificateStore.open(folder())) {
            assertThat(store.isNew()).isTrue();
            assertThat(store.key("internal")).isEmpty();
            store.putKey("internal", FIRST);
            assertThat(store.key("internal")).contains(FIRST);
            password = store.password("node").reveal();
            assertThat(store.derived(RECIPE, () -> made)).isEqualTo(made);
            store.commit();
            assertThat(store.isNew()).isFalse();
        }

        try (CertificateStore store = CertificateStore.open(folder())) {
            assertThat(store.folder()).isEqualTo(folder());
            assertThat(store.isNew()).isFalse();
            assertThat(store.key("internal")).contains(FIRST);
            assertThat(store.password("node")).isEqualTo(new Secret(password, Secret.Source.GENERATED));
            assertThat(store.derived(RECIPE, CertificateStoreTest::mustNotBeMade))
                    .isEqualTo(made);
        }
        assertThat(files())
                .containsExactly(
                        ".lock",
                        ".lock-held",
                        "README.txt",
                        "derived/" + RECIPE.digest(),
                        "internal.pem",
                        "passwords.properties");
        assertThat(folder().resolve("README.txt")).content().contains("Back up this folder", "derived/ may be deleted");
    }

    @Test
    void nothingIsWrittenWithoutCommit() {
        try (CertificateStore store = CertificateStore.open(folder())) {
            fill(store);
        }

        assertThat(files()).containsExactly(".lock", ".lock-held");
    }

    @Test
    void aCommitWithoutAnythingNewWritesNothing() throws IOException {
        try (CertificateStore store = CertificateStore.open(folder())) {
            store.commit();
            assertThat(files()).containsExactly(".lock", ".lock-held");
            fill(store);
            store.commit();
        }
        Files.writeString(folder().resolve("internal.pem"), "\n# a note", StandardOpenOption.APPEND);
        Files.delete(folder().resolve("README.txt"));
        SortedMap<String, String> before = contents();

        try (CertificateStore store = CertificateStore.open(folder())) {
            fill(store);
            store.commit();
            store.commit();
        }

        assertThat(contents()).isEqualTo(before);
    }

    @Test
    void aCommitAfterACommitWritesWhatCameInBetween() {
        try (CertificateStore store = CertificateStore.open(folder())) {
            store.putKey("ca", FIRST);
            store.commit();
            store.putKey("ca", SECOND);
            store.commit();
        }

        assertThat(look().key("ca")).contains(SECOND);
        assertThat(files()).contains(replaced("ca", FIRST));
    }

    @Test
    void aReplacedKeyIsKeptUnderItsFingerprint() throws IOException {
        inOneBuild(store -> store.putKey("internal", FIRST));
        inOneBuild(store -> store.putKey("internal", SECOND));

        assertThat(look().key("internal")).contains(SECOND);
        Path old = folder().resolve(replaced("internal", FIRST));
        assertThat(KeyFile.read(old, Files.readAllBytes(old))).isEqualTo(FIRST);
    }

    @Test
    void anotherCertificateOnTheSameKeyLeavesNothingBehind() {
        inOneBuild(store -> store.putKey("internal", FIRST));
        inOneBuild(store -> store.putKey("internal", FIRST_AGAIN));

        assertThat(look().key("internal")).contains(FIRST_AGAIN);
        assertThat(files()).containsExactly(".lock", ".lock-held", "README.txt", "internal.pem");
    }

    @Test
    void aKeyThatWasNeverWrittenIsNotKept() {
        inOneBuild(store -> {
            store.putKey("internal", FIRST);
            store.putKey("internal", SECOND);
        });

        assertThat(files()).containsExactly(".lock", ".lock-held", "README.txt", "internal.pem");
    }

    @Test
    void aKeyMustFitItsCertificate() {
        try (CertificateStore store = CertificateStore.open(folder())) {
            KeyEntry mixed = new KeyEntry(FIRST.key(), SECOND.chain());
            assertThatIllegalArgumentException().isThrownBy(() -> store.putKey("internal", mixed));
            assertThatIllegalArgumentException().isThrownBy(() -> store.putKey("../internal", FIRST));
            assertThatIllegalArgumentException().isThrownBy(() -> store.key("a/b"));
        }
    }

    @Test
    void lookingMakesAndChangesNothing() {
        try (CertificateStore store = look()) {
            assertThat(store.isNew()).isTrue();
            fill(store);
            assertThat(store.key("internal")).contains(FIRST);
            store.commit();
        }

        assertThat(folder()).doesNotExist();
    }

    @Test
    void lookingDoesNotWaitForTheLock() {
        inOneBuild(CertificateStoreTest::fill);
        try (CertificateStore store = CertificateStore.open(folder())) {
            assertThat(look().key("internal")).isEqualTo(store.key("internal"));
        }
    }

    @Test
    void aClosedStoreWritesNothing() {
        CertificateStore store = CertificateStore.open(folder());
        fill(store);
        store.close();
        store.close();

        assertThatIllegalStateException().isThrownBy(store::commit);
        assertThat(files()).containsExactly(".lock", ".lock-held");
    }

    @Test
    void derivedBytesCannotBeChangedByWhoHasThem() {
        inOneBuild(store -> {
            byte[] made = {1, 2};
            store.derived(RECIPE, () -> made)[0] = 7;
            made[1] = 7;
            assertThat(store.derived(RECIPE, CertificateStoreTest::mustNotBeMade))
                    .containsExactly(1, 2);
        });

        assertThat(look().derived(RECIPE, CertificateStoreTest::mustNotBeMade)).containsExactly(1, 2);
    }

    @Test
    void deletedDerivedFilesAreMadeAgain() throws IOException {
        inOneBuild(CertificateStoreTest::fill);
        Files.delete(folder().resolve("derived").resolve(RECIPE.digest()));
        Files.delete(folder().resolve("derived"));

        inOneBuild(store ->
                assertThat(store.derived(RECIPE, () -> new byte[] {9})).containsExactly(9));

        assertThat(look().derived(RECIPE, CertificateStoreTest::mustNotBeMade)).containsExactly(9);
    }

    @Test
    void whatADeadBuildLeftAsideDoesNoHarm() throws IOException {
        inOneBuild(store -> store.putKey("internal", FIRST));
        Files.writeString(folder().resolve(".internal.pem.part"), "half a k");
        Files.writeString(folder().resolve(".ca.pem.part"), "half a k");
        Files.writeString(folder().resolve(".passwords.properties.part"), "node");

        inOneBuild(store -> {
            assertThat(store.key("internal")).contains(FIRST);
            assertThat(store.key("ca")).isEmpty();
            store.putKey("internal", SECOND);
            store.putKey("ca", FIRST);
            store.password("node");
        });

        assertThat(look().key("internal")).contains(SECOND);
        assertThat(look().key("ca")).contains(FIRST);
        assertThat(files()).noneMatch(name -> name.endsWith(".part"));
    }

    @Test
    void aBuildThatDiedBetweenFilesLosesNothing() throws IOException {
        inOneBuild(CertificateStoreTest::fill);
        String password = look().password("node").reveal();
        Files.delete(folder().resolve("internal.pem"));
        Files.delete(folder().resolve("derived").resolve(RECIPE.digest()));

        assertThat(look().isNew()).isTrue();
        inOneBuild(CertificateStoreTest::fill);

        assertThat(look().key("internal")).contains(FIRST);
        assertThat(look().password("node").reveal()).isEqualTo(password);
    }

    @Test
    void aDamagedKeyIsNeverMadeAgain() throws IOException {
        inOneBuild(CertificateStoreTest::fill);
        Path file = folder().resolve("internal.pem");
        String whole = Files.readString(file);
        String key = Pem.text(FIRST.key(), Optional.empty());
        for (String damaged : List.of(
                "",
                "no key",
                key,
                whole.substring(0, 60),
                Pem.text(FIRST.chain()),
                key + Pem.text(SECOND.chain()),
                whole.replaceFirst("(?s)(CERTIFICATE-----\n).{40}", "$1" + "A".repeat(40)))) {
            Files.writeString(file, damaged);
            try (CertificateStore store = CertificateStore.open(folder())) {
                assertThatThrownBy(() -> store.key("internal"))
                        .isInstanceOf(ClusterException.class)
                        .hasMessageStartingWith(file.toString())
                        .hasMessageContaining("Restore the file from a backup");
                assertThatThrownBy(() -> store.putKey("internal", SECOND)).isInstanceOf(ClusterException.class);
                store.commit();
            }
            assertThat(file).hasContent(damaged);
        }
    }

    @Test
    void damagedPasswordsAreNeverMadeAgainAndTheStoreIsFreeAfterwards() throws IOException {
        inOneBuild(CertificateStoreTest::fill);
        Path file = folder().resolve("passwords.properties");
        Files.writeString(file, "sesame\n");

        for (int round = 0; round < 2; round++) {
            assertThatThrownBy(() -> CertificateStore.open(folder()))
                    .isInstanceOf(ClusterException.class)
                    .hasMessageStartingWith(file.toString())
                    .hasMessageContaining("restore it from a backup")
                    .hasMessageNotContaining("sesame");
        }
        assertThat(file).hasContent("sesame");
    }

    private static void fill(CertificateStore store) {
        store.putKey("internal", FIRST);
        store.password("node");
        store.derived(RECIPE, () -> new byte[] {1});
    }

    private static byte[] mustNotBeMade() {
        throw new AssertionError("is made again");
    }

    private void inOneBuild(Consumer<CertificateStore> work) {
        try (CertificateStore store = CertificateStore.open(folder())) {
            work.accept(store);
            store.commit();
        }
    }

    private CertificateStore look() {
        return CertificateStore.look(folder());
    }

    private Path folder() {
        return temporary.resolve("store");
    }

    private static String replaced(String name, KeyEntry entry) {
        String digits = StoreKeys.fingerprint(entry).replace(":", "").substring(0, 16);
        return name + "-" + digits.toLowerCase(Locale.ROOT) + ".pem";
    }

    private List<String> files() {
        return List.copyOf(contents().keySet());
    }

    private SortedMap<String, String> contents() {
        SortedMap<String, String> contents = new TreeMap<>();
        try (Stream<Path> walk = Files.walk(folder())) {
            for (Path file : walk.filter(Files::isRegularFile).toList()) {
                contents.put(
                        folder().relativize(file).toString().replace('\\', '/'),
                        Files.readString(file, StandardCharsets.ISO_8859_1));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return contents;
    }
}
