package io.github.eicluster.diff;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.StandardCharsets;
import java.nio.charset.UnsupportedCharsetException;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The text of a file and its lines, each with its ending. */
final class SourceText {

    private static final Pattern DECLARED =
            Pattern.compile("^(?:\\xEF\\xBB\\xBF)?<\\?xml[^>]*\\bencoding\\s*=\\s*[\"']([\\w.:-]+)[\"']");
    private static final int PROLOG = 200;

    private SourceText() {}

    static boolean isBinary(byte[] content) {
        for (byte b : content) {
            if (b == 0) {
                return true;
            }
        }
        return false;
    }

    /** Decodes as the XML declaration says, else as UTF-8, else byte by byte. */
    static String decode(byte[] content) {
        String prolog = new String(content, 0, Math.min(PROLOG, content.length), StandardCharsets.ISO_8859_1);
        Matcher declared = DECLARED.matcher(prolog);
        if (declared.find()) {
            try {
                return new String(content, Charset.forName(declared.group(1)));
            } catch (IllegalCharsetNameException | UnsupportedCharsetException e) {
                return new String(content, StandardCharsets.ISO_8859_1);
            }
        }
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(content))
                    .toString();
        } catch (CharacterCodingException e) {
            return new String(content, StandardCharsets.ISO_8859_1);
        }
    }

    /** Lines with their endings; only the last may have none. */
    static List<String> lines(String text) {
        List<String> lines = new ArrayList<>();
        int start = 0;
        while (start < text.length()) {
            int end = text.indexOf('\n', start);
            int next = end < 0 ? text.length() : end + 1;
            lines.add(text.substring(start, next));
            start = next;
        }
        return lines;
    }

    /** The line without its ending. */
    static String body(String line) {
        return line.substring(0, line.length() - ending(line).length());
    }

    /** {@code "\r\n"}, {@code "\n"}, or nothing at the end of a file. */
    static String ending(String line) {
        if (line.endsWith("\r\n")) {
            return "\r\n";
        }
        return line.endsWith("\n") ? "\n" : "";
    }

    /** The ending of most lines. */
    static String usualEnding(List<String> lines) {
        long crlf = lines.stream().filter(line -> line.endsWith("\r\n")).count();
        return crlf * 2 > lines.size() ? "\r\n" : "\n";
    }
}
