package io.github.eicluster.verify;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.eicluster.verify.output.HtmlReport;
import java.awt.image.BufferedImage;
import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The page in a real browser: it is drawn, its script runs, and it asks for nothing else. */
class BrowserTest {

    @TempDir
    Path folder;

    private static Path browser() {
        Optional<Path> found = Stream.of(System.getenv("PATH").split(File.pathSeparator, -1))
                .flatMap(directory -> Stream.of("chromium", "chromium-browser", "google-chrome")
                        .map(name -> Path.of(directory, name)))
                .filter(Files::isExecutable)
                .findFirst();
        Assumptions.assumeTrue(found.isPresent(), "skipped: no Chromium on this machine");
        return found.orElseThrow();
    }

    private Path page() throws IOException {
        Path page = folder.resolve("index.html");
        Files.writeString(page, new HtmlReport(PlantedMistakesTest.planted().judge(), "wso2.ei.domain").page());
        return page;
    }

    private String run(String... options) throws Exception {
        List<String> command = new ArrayList<>(List.of(
                browser().toString(),
                "--headless",
                "--no-sandbox",
                "--disable-gpu",
                "--hide-scrollbars",
                "--user-data-dir=" + folder.resolve("profile"),
                "--host-resolver-rules=MAP * ~NOTFOUND"));
        command.addAll(List.of(options));
        command.add(page().toUri().toString());
        Path output = folder.resolve("output");
        Process process = new ProcessBuilder(command)
                .redirectOutput(output.toFile())
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        assertThat(process.waitFor(120, TimeUnit.SECONDS)).isTrue();
        return Files.readString(output, StandardCharsets.UTF_8);
    }

    @Test
    void thePageIsDrawnWithItsPictureAndFindings() throws Exception {
        Path image = folder.resolve("page.png");
        run("--window-size=1280,1600", "--screenshot=" + image);

        BufferedImage picture = ImageIO.read(image.toFile());
        Set<Integer> colours = new HashSet<>();
        for (int x = 0; x < picture.getWidth(); x += 2) {
            for (int y = 0; y < picture.getHeight(); y += 2) {
                colours.add(picture.getRGB(x, y));
            }
        }
        // Red of an error, the ground of the flagged line, and the blue of arrows.
        assertThat(colours).contains(0xFFB3261E, 0xFFFFF1D6, 0xFF2F5D8A);
    }

    @Test
    void theScriptHidesWhatIsOnlyWorthKnowing() throws Exception {
        String page = run("--dump-dom");

        assertThat(page).containsPattern("<article class=\"finding info\"[^>]* hidden=\"\"");
        assertThat(page).doesNotContainPattern("<article class=\"finding error\"[^>]* hidden=\"\"");
    }
}
