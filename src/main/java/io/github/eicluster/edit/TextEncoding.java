package io.github.eicluster.edit;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CharsetEncoder;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.StandardCharsets;
import java.nio.charset.UnsupportedCharsetException;
import java.util.Arrays;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** How the bytes of an XML file become text and back: byte order mark first, then the XML declaration, then UTF-8. */
final class TextEncoding {

    private static final Pattern DECLARATION =
            Pattern.compile("^<\\?xml\\s[^>]*?encoding\\s*=\\s*[\"']([A-Za-z0-9._:-]+)[\"']");
    private static final int DECLARATION_LIMIT = 1024;
    private static final byte[] UTF_8_MARK = {(byte) 0xEF, (byte) 0xBB, (byte) 0xBF};
    private static final byte[] UTF_16BE_MARK = {(byte) 0xFE, (byte) 0xFF};
    private static final byte[] UTF_16LE_MARK = {(byte) 0xFF, (byte) 0xFE};
    private static final byte[] NO_MARK = {};

    private final Charset charset;
    private final byte[] mark;

    private TextEncoding(Charset charset, byte[] mark) {
        this.charset = charset;
        this.mark = mark;
    }

    /**
     * Finds the encoding of an XML file.
     *
     * @param file name for messages
     * @param content the whole file
     * @return its encoding
     * @throws EditException if the declared charset is unknown
     */
    static TextEncoding detect(String file, byte[] content) {
        if (startsWith(content, UTF_8_MARK)) {
            return new TextEncoding(StandardCharsets.UTF_8, UTF_8_MARK);
        }
        if (startsWith(content, UTF_16BE_MARK)) {
            return new TextEncoding(StandardCharsets.UTF_16BE, UTF_16BE_MARK);
        }
        if (startsWith(content, UTF_16LE_MARK)) {
            return new TextEncoding(StandardCharsets.UTF_16LE, UTF_16LE_MARK);
        }
        return new TextEncoding(declared(file, content), NO_MARK);
    }

    private static Charset declared(String file, byte[] content) {
        int length = Math.min(content.length, DECLARATION_LIMIT);
        Matcher matcher = DECLARATION.matcher(new String(content, 0, length, StandardCharsets.ISO_8859_1));
        if (!matcher.find()) {
            return StandardCharsets.UTF_8;
        }
        try {
            return Charset.forName(matcher.group(1));
        } catch (IllegalCharsetNameException | UnsupportedCharsetException e) {
            throw new EditException(
                    file + ":1: declares the unknown encoding '" + matcher.group(1)
                            + "'; declare UTF-8, ISO-8859-1 or another charset that Java knows.",
                    e);
        }
    }

    private static boolean startsWith(byte[] content, byte[] mark) {
        return content.length >= mark.length && Arrays.equals(content, 0, mark.length, mark, 0, mark.length);
    }

    /**
     * Decodes a file strictly.
     *
     * @param file name for messages
     * @param content the whole file
     * @return the text without byte order mark
     * @throws EditException if a byte means nothing in the charset, or the text cannot be turned back into these bytes
     */
    String decode(String file, byte[] content) {
        ByteBuffer in = ByteBuffer.wrap(content, mark.length, content.length - mark.length);
        CharsetDecoder decoder = charset.newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(CodingErrorAction.REPORT);
        CharBuffer out = CharBuffer.allocate((int) Math.ceil(in.remaining() * (double) decoder.maxCharsPerByte()) + 1);
        CoderResult result = decoder.decode(in, out, true);
        if (!result.isError()) {
            result = decoder.flush(out);
        }
        String text = out.flip().toString();
        if (result.isError()) {
            throw new EditException(file + ":" + Layout.lineOf(text, text.length()) + ": a byte here is not valid in "
                    + charset.name() + ", the encoding of this file; save the file in the encoding that it declares.");
        }
        if (!Arrays.equals(content, encode(text))) {
            throw new EditException(file + ": the text cannot be written back in " + charset.name()
                    + " byte by byte; save the file as UTF-8 and declare that.");
        }
        return text;
    }

    /** The bytes of a text, byte order mark included; every character must fit. */
    byte[] encode(String text) {
        try {
            ByteBuffer encoded = charset.newEncoder()
                    .onMalformedInput(CodingErrorAction.REPORT)
                    .onUnmappableCharacter(CodingErrorAction.REPORT)
                    .encode(CharBuffer.wrap(text));
            byte[] content = Arrays.copyOf(mark, mark.length + encoded.remaining());
            encoded.get(content, mark.length, encoded.remaining());
            return content;
        } catch (CharacterCodingException e) {
            throw new EditException("A character does not fit " + charset.name() + "; write it as a reference.", e);
        }
    }

    /** Replaces every character that does not fit by a character reference. */
    String referenceUnfit(String text) {
        CharsetEncoder encoder = charset.newEncoder();
        if (encoder.canEncode(text)) {
            return text;
        }
        StringBuilder result = new StringBuilder(text.length() + 16);
        text.codePoints().forEach(codePoint -> {
            String character = Character.toString(codePoint);
            result.append(encoder.canEncode(character) ? character : XmlText.reference(codePoint));
        });
        return result.toString();
    }
}
