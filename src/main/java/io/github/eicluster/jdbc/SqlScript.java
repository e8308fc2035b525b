package io.github.eicluster.jdbc;

import io.github.eicluster.model.DatabaseType;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Collections;
import java.util.HexFormat;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * A script of the distribution that makes the tables of one database.
 *
 * @param name its file name
 * @param digest SHA-256 of its bytes, in hexadecimal
 * @param statements the statements in order
 * @param tables names of the tables that it makes, in the script's order of letters, without regard to case
 */
public record SqlScript(String name, String digest, List<SqlStatement> statements, SortedSet<String> tables) {

    /** Copies the lists. */
    public SqlScript {
        statements = List.copyOf(statements);
        tables = Collections.unmodifiableSortedSet(new TreeSet<>(tables));
    }

    /**
     * Reads a script, in the language of its engine's own command line client: comments, strings, {@code DELIMITER} of
     * mysql, dollar quotes of PostgreSQL, the slash of SQL*Plus and DB2, {@code GO} of sqlcmd.
     *
     * @param name its file name for messages
     * @param content its bytes: UTF-8 with or without a byte order mark, UTF-16 with one, else ISO 8859-1
     * @param type engine that is to run it
     * @return the script
     * @throws DatabaseException if it makes no table, would remove something, leaves its database, or is cut off
     */
    public static SqlScript read(String name, byte[] content, DatabaseType type) {
        SqlDialect dialect = SqlDialect.of(type);
        String text = decode(content).replace("\r\n", "\n").replace('\r', '\n');
        List<SqlStatement> statements = new ScriptSplitter(name, text, dialect).split();
        SortedSet<String> tables = new ScriptChecks(name, dialect).check(statements);
        if (tables.isEmpty()) {
            throw new DatabaseException(
                    name + ": makes no table. Take the script of the distribution's dbscripts for this engine.");
        }
        return new SqlScript(name, digest(content), statements, tables);
    }

    private static String decode(byte[] content) {
        if (startsWith(content, 0xEF, 0xBB, 0xBF)) {
            return new String(content, 3, content.length - 3, StandardCharsets.UTF_8);
        }
        if (startsWith(content, 0xFF, 0xFE) || startsWith(content, 0xFE, 0xFF)) {
            return new String(content, StandardCharsets.UTF_16);
        }
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(content))
                    .toString();
        } catch (CharacterCodingException e) {
            Charset older = StandardCharsets.ISO_8859_1;
            return new String(content, older);
        }
    }

    private static boolean startsWith(byte[] content, int... first) {
        for (int i = 0; i < first.length; i++) {
            if (i == content.length || content[i] != (byte) first[i]) {
                return false;
            }
        }
        return true;
    }

    private static String digest(byte[] content) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
