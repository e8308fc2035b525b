package io.github.eicluster.verify;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.eicluster.testing.Miniatures;
import io.github.eicluster.verify.home.ArchiveFiles;
import io.github.eicluster.verify.home.NodeHome;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Enumeration;
import java.util.List;
import java.util.Optional;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Of an archive only configuration, scripts, key stores and deployed artifacts are read, however large it is. */
class OnlyRelevantEntriesTest {

    private static final int BALLAST = 24 << 20;

    @TempDir
    Path folder;

    @Test
    void whatIsReadDoesNotGrowWithTheArchive() throws IOException {
        Path small = Miniatures.archive("6.6.0");
        Path large = withBallast(small);

        assertThat(Files.size(large)).isGreaterThan(Files.size(small) + BALLAST);
        assertThat(read(large)).isEqualTo(read(small)).isLessThan(1 << 20);
    }

    @Test
    void everyFurtherNodeCostsTheSame() throws IOException {
        Path archive = Miniatures.archive("6.6.0");

        assertThat(read(archive, archive, archive, archive)).isEqualTo(4 * read(archive, archive) / 2);
    }

    private static long read(Path... archives) {
        List<NodeHome> homes = new ArrayList<>();
        for (Path archive : archives) {
            homes.add(new NodeHome("node" + homes.size(), ArchiveFiles.open(archive)));
        }
        new Verifier()
                .judge(new ClusterView(homes, Optional.empty(), Optional.empty(), Sample.NOW, false), Policy.DEFAULT);
        return homes.stream().mapToLong(NodeHome::bytesRead).sum();
    }

    private Path withBallast(Path archive) throws IOException {
        Path target = folder.resolve("large.zip");
        try (ZipFile zip = new ZipFile(archive.toFile());
                OutputStream file = Files.newOutputStream(target);
                ZipOutputStream out = new ZipOutputStream(file)) {
            Enumeration<? extends ZipEntry> entries = zip.entries();
            while (entries.hasMoreElements()) {
                ZipEntry entry = entries.nextElement();
                out.putNextEntry(new ZipEntry(entry.getName()));
                try (InputStream in = zip.getInputStream(entry)) {
                    in.transferTo(out);
                }
            }
            byte[] ballast = new byte[BALLAST];
            CRC32 sum = new CRC32();
            sum.update(ballast);
            ZipEntry plugin = new ZipEntry("wso2ei-6.6.0/wso2/components/plugins/large.jar");
            plugin.setMethod(ZipEntry.STORED);
            plugin.setSize(ballast.length);
            plugin.setCrc(sum.getValue());
            out.putNextEntry(plugin);
            out.write(ballast);
        }
        return target;
    }
}
