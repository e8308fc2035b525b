package io.github.eicluster.certs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.eicluster.model.ClusterException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PasswordsTest {

    private static final Path FILE = Path.of("store", "passwords.properties");

    @Test
    void generatedOnesAreLongRandomAndPlain() {
        Passwords passwords = Passwords.read(FILE, Optional.empty());
        Set<String> all = new HashSet<>();
        for (int i = 0; i < 200; i++) {
            all.add(passwords.get("n" + i).reveal());
        }

        // 22 of 62 characters are 131 bits.
        assertThat(all).hasSize(200).allMatch(password -> password.matches("[A-Za-z0-9]{22,}"));
        assertThat(String.join("", all).chars().distinct().count()).isEqualTo(62);
    }

    @Test
    void oneIsMadeOnce() {
        Passwords passwords = Passwords.read(FILE, Optional.empty());
        assertThat(passwords.changed()).isFalse();

        String first = passwords.get("node").reveal();

        assertThat(passwords.get("node").reveal()).isEqualTo(first);
        assertThat(passwords.changed()).isTrue();
        passwords.written();
        assertThat(passwords.get("node").reveal()).isEqualTo(first);
        assertThat(passwords.changed()).isFalse();
    }

    @Test
    void theFileIsSortedAndHasNoDate() {
        Passwords passwords = read("b=two\nc = #three\\\\ \na=one\n");
        passwords.get("b");

        assertThat(new String(passwords.content(), StandardCharsets.UTF_8))
                .isEqualTo("# Passwords of the key stores that the build makes.\na=one\nb=two\nc=\\#three\\\\\n");
        assertThat(read(new String(passwords.content(), StandardCharsets.UTF_8))
                        .get("c")
                        .reveal())
                .isEqualTo("#three\\");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "node=pässword",
                "\uFEFFnode=pässword\r\n",
                "# a note\n\n  node :  pässword  \n",
                "node=other\nnode=pässword",
                "node=p\\u00e4ssword"
            })
    void whatAPersonWroteIsRead(String text) {
        Passwords passwords = read(text);

        assertThat(passwords.get("node").reveal()).isEqualTo("pässword");
        assertThat(passwords.changed()).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"sesame", "node=", "node=  ", "node=a\\nsesame", "node=\\usesame", "=\n"})
    void whatIsNoPasswordIsTold(String text) {
        assertThatThrownBy(() -> read(text))
                .isInstanceOf(ClusterException.class)
                .hasMessageStartingWith(FILE.toString())
                .hasMessageNotContaining("sesame");
    }

    @Test
    void whatIsNoTextIsTold() {
        assertThatThrownBy(() -> Passwords.read(FILE, Optional.of(new byte[] {'a', '=', (byte) 0xE4})))
                .isInstanceOf(ClusterException.class)
                .hasMessageContaining("UTF-8");
    }

    private static Passwords read(String text) {
        return Passwords.read(FILE, Optional.of(text.getBytes(StandardCharsets.UTF_8)));
    }
}
