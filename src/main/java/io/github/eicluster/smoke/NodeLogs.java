package io.github.eicluster.smoke;

import java.io.IOException;
import java.net.URI;
import java.nio.ByteBuffer;
import java.nio.channels.SeekableByteChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import java.util.regex.Pattern;

/**
 * Finds out from the logs of nodes on this machine which node took a request: the shipped main sequence logs the path of what
 * no service takes. Each request carries a mark of its own.
 */
final class NodeLogs {

    private static final int LOOKS = 20;
    private static final long PAUSE = 100;
    private static final int MOST_READ = 8 << 20;

    private final Map<String, Path> files;
    private final Map<String, Long> read = new HashMap<>();
    private final Map<String, StringBuilder> news = new TreeMap<>();
    private final String mark = "ei-cluster-smoke-test=" + UUID.randomUUID() + "-";

    /**
     * Logs from now on.
     *
     * @param files log by id of the node
     * @throws IOException if a log cannot be read
     */
    NodeLogs(Map<String, Path> files) throws IOException {
        this.files = files;
        for (Map.Entry<String, Path> file : files.entrySet()) {
            read.put(file.getKey(), Files.size(file.getValue()));
            news.put(file.getKey(), new StringBuilder());
        }
    }

    /** Sends requests, and gives how many of them each log shows; none if no log shows any. */
    Map<String, Integer> count(Client client, URI url, int requests) throws IOException, InterruptedException {
        String start = url + (url.getQuery() == null ? "?" : "&") + mark;
        for (int i = 0; i < requests; i++) {
            client.get(URI.create(start + i), new Cookies());
        }
        Map<String, Integer> counts = look();
        for (int i = 0; i < LOOKS && sum(counts) < requests; i++) {
            Thread.sleep(PAUSE);
            counts = look();
        }
        return counts;
    }

    private static int sum(Map<String, Integer> counts) {
        return counts.values().stream().mapToInt(Integer::intValue).sum();
    }

    private Map<String, Integer> look() throws IOException {
        Map<String, Integer> counts = new TreeMap<>();
        Pattern request = Pattern.compile(Pattern.quote(mark) + "\\d+");
        for (Map.Entry<String, Path> file : files.entrySet()) {
            StringBuilder text = news.get(file.getKey());
            text.append(more(file.getKey(), file.getValue()));
            // A request may be in several lines.
            Set<String> seen = new TreeSet<>();
            request.matcher(text).results().forEach(found -> seen.add(found.group()));
            if (!seen.isEmpty()) {
                counts.put(file.getKey(), seen.size());
            }
        }
        return counts;
    }

    private String more(String node, Path file) throws IOException {
        try (SeekableByteChannel channel = Files.newByteChannel(file)) {
            long from = Math.min(read.get(node), channel.size());
            ByteBuffer buffer = ByteBuffer.allocate((int) Math.min(MOST_READ, channel.size() - from));
            channel.position(from);
            while (buffer.hasRemaining() && channel.read(buffer) >= 0) {
                // until it is full, or the file has ended
            }
            read.put(node, from + buffer.position());
            return new String(buffer.array(), 0, buffer.position(), StandardCharsets.ISO_8859_1);
        }
    }
}
