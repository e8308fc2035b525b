package io.github.eicluster.archive;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.Set;

/** What the headers of a new zip entry say, apart from its sizes. */
final class ZipHead {

    private static final int MADE_BY_UNIX = 3 << 8 | 45;
    private static final int DOS_FOLDER = 0x10;

    /** The fields of a replaced entry that are still true: owner, mode, Unicode names; times and sizes are not. */
    private static final Set<Integer> STILL_TRUE = Set.of(
            ExtraFields.UNIX_OWNER, ExtraFields.UNIX_MODE, ExtraFields.UNICODE_PATH, ExtraFields.UNICODE_COMMENT);

    private static final LocalDateTime FIRST = LocalDateTime.of(1980, 1, 1, 0, 0);
    private static final LocalDateTime LAST = LocalDateTime.of(2107, 12, 31, 23, 59, 58);

    private final byte[] name;
    private final int madeBy;
    private final int externalAttributes;
    private final byte[] extra;
    private final byte[] comment;
    private final boolean utf8;
    private final LocalDateTime time;

    private ZipHead(byte[] name, int madeBy, int attributes, byte[] extra, byte[] comment, boolean utf8, Instant time) {
        this.name = name;
        this.madeBy = madeBy;
        this.externalAttributes = attributes;
        this.extra = extra;
        this.comment = comment;
        this.utf8 = utf8;
        this.time = dos(time);
    }

    /** A new entry; {@code mode} with its type bits. */
    static ZipHead of(String name, int mode, Instant time) {
        int folder = (mode & Modes.TYPE_MASK) == Modes.DIRECTORY_TYPE ? DOS_FOLDER : 0;
        byte[] bytes = name.getBytes(StandardCharsets.UTF_8);
        boolean utf8 = bytes.length != name.length();
        return new ZipHead(bytes, MADE_BY_UNIX, mode << 16 | folder, new byte[0], new byte[0], utf8, time);
    }

    /** A file in the place of another one: name, comment, owner and attributes stay. */
    static ZipHead inPlaceOf(CentralRecord record, Instant time) {
        return new ZipHead(
                record.rawName(),
                record.madeBy(),
                record.externalAttributes(),
                record.extra().only(STILL_TRUE::contains),
                record.rawComment(),
                (record.flags() & CentralRecord.UTF8) != 0,
                time);
    }

    /** DOS times know no zone: UTC is written, whatever the zone of this machine. */
    private static LocalDateTime dos(Instant instant) {
        LocalDateTime time = LocalDateTime.ofInstant(instant, ZoneOffset.UTC);
        if (time.isBefore(FIRST)) {
            return FIRST;
        }
        return time.isAfter(LAST) ? LAST : time;
    }

    byte[] name() {
        return name.clone();
    }

    byte[] extra() {
        return extra.clone();
    }

    byte[] comment() {
        return comment.clone();
    }

    int madeBy() {
        return madeBy;
    }

    int externalAttributes() {
        return externalAttributes;
    }

    short flags() {
        return (short) (utf8 ? CentralRecord.UTF8 : 0);
    }

    short dosTime() {
        return (short) (time.getHour() << 11 | time.getMinute() << 5 | time.getSecond() / 2);
    }

    short dosDate() {
        return (short) ((time.getYear() - 1980) << 9 | time.getMonthValue() << 5 | time.getDayOfMonth());
    }
}
