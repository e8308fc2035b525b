package io.github.eicluster.archive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import io.github.eicluster.model.ClusterException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Damaged zips: each is read and packed, or refused in a sentence. */
class FuzzTest {

    private static final int CASES = 5200;
    private static final Instant TIME = Instant.parse("2021-03-04T05:06:08Z");

    @TempDir
    Path temp;

    @Test
    @Timeout(value = 5, unit = TimeUnit.MINUTES) // no zip may keep a reader for ever
    void aDamagedZipIsReadOrRefusedInASentence() throws IOException {
        List<byte[]> sound = sound();
        Overlay overlay =
                new Overlay(temp.resolve("o")).file("conf/a.xml", "new").file("new/b", "b");
        int refused = 0;
        int unreadable = 0;
        for (int seed = 0; seed < CASES; seed++) {
            Random random = new Random(seed);
            byte[] damaged = damage(random, sound.get(seed % sound.size()).clone());
            Path zip = Files.write(temp.resolve("damaged.zip"), damaged);
            try (Distribution distribution = Distribution.open(zip)) {
                unreadable += readAll(distribution);
                Archives.write(distribution, overlay.content(), temp.resolve("node.zip"), Format.ZIP, TIME);
            } catch (ClusterException e) {
                refused++;
                assertThat(e).as("seed " + seed).hasMessageMatching("(?s).{20,1000}; .{10,}\\.");
                assertThat(e.getMessage())
                        .as("seed " + seed)
                        .doesNotContain("Exception")
                        .doesNotContain("null");
            } catch (RuntimeException | Error e) {
                fail("seed " + seed + " is answered with an exception without a sentence", e);
            }
        }
        assertThat(refused).isBetween(CASES / 4, CASES - 100);
        assertThat(unreadable).isPositive();
    }

    private static int readAll(Distribution distribution) {
        int unreadable = 0;
        for (String file : distribution.files()) {
            try {
                distribution.read(file);
            } catch (DistributionException e) {
                unreadable++;
                assertThat(e).hasMessageMatching("(?s).{20,1000}; .{10,}\\.");
            }
        }
        return unreadable;
    }

    private List<byte[]> sound() throws IOException {
        List<byte[]> zips = new ArrayList<>();
        for (Maker maker : List.of(Maker.JAVA, Maker.COMMONS, Maker.COMMONS_STREAM)) {
            for (int seed = 0; seed < 4; seed++) {
                Map<String, byte[]> files = new LinkedHashMap<>();
                files.put(
                        "conf/a.xml",
                        "some text, some text, some text".getBytes(java.nio.charset.StandardCharsets.UTF_8));
                files.put("bin/run.sh", new byte[] {1, 2, 3});
                files.put("empty", new byte[0]);
                Path zip = temp.resolve("sound.zip");
                Files.deleteIfExists(zip);
                maker.make(new Random(seed), files, zip);
                zips.add(Files.readAllBytes(zip));
            }
        }
        return zips;
    }

    private static byte[] damage(Random random, byte[] sound) {
        byte[] bytes = sound;
        for (int times = 1 + random.nextInt(3); times > 0; times--) {
            bytes = damageOnce(random, bytes);
        }
        return bytes;
    }

    private static byte[] damageOnce(Random random, byte[] bytes) {
        int at = random.nextInt(bytes.length);
        switch (random.nextInt(7)) {
            case 0 -> bytes[at] = (byte) random.nextInt();
            case 1 -> bytes[at] ^= (byte) (1 << random.nextInt(8));
            case 2 -> {
                return Arrays.copyOf(bytes, Math.max(1, at));
            }
            case 3 -> {
                byte[] longer = Arrays.copyOf(bytes, bytes.length + 7);
                System.arraycopy(bytes, at, longer, at + 7, bytes.length - at);
                return longer;
            }
            case 4 -> {
                int length = Math.min(random.nextInt(40), bytes.length - at);
                System.arraycopy(bytes, random.nextInt(bytes.length - length + 1), bytes, at, length);
            }
            // The records are where it matters, and their fields take extreme values.
            case 5 -> number(random, bytes, 2);
            default -> number(random, bytes, 4);
        }
        return bytes;
    }

    private static void number(Random random, byte[] bytes, int width) {
        ByteBuffer buffer = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
        List<Integer> records = new ArrayList<>();
        for (int at = 0; at + 50 < bytes.length; at++) {
            if (bytes[at] == 'P' && bytes[at + 1] == 'K') {
                records.add(at);
            }
        }
        if (records.isEmpty()) {
            return;
        }
        int at = records.get(random.nextInt(records.size())) + 4 + 2 * random.nextInt(22);
        int value = new int[] {0, 1, -1, Integer.MAX_VALUE, Integer.MIN_VALUE, random.nextInt(300)}[random.nextInt(6)];
        if (width == 2) {
            buffer.putShort(at, (short) value);
        } else {
            buffer.putInt(at, value);
        }
    }
}
