package io.github.eicluster.archive;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.IntPredicate;

/** The extra fields of a zip header. Bytes behind the last whole field are ignored, as all zip tools do. */
final class ExtraFields {

    static final int ZIP64 = 0x0001;
    static final int EXTENDED_TIMESTAMP = 0x5455;
    static final int UNICODE_PATH = 0x7075;
    static final int UNICODE_COMMENT = 0x6375;
    static final int UNIX_OWNER = 0x7875;
    static final int UNIX_MODE = 0x756e;

    /** Data stream alignment of commons-compress: how the data of the entry are aligned, then bytes of no meaning. */
    private static final int ALIGNMENT = 0xa11e;

    /** The length of the shortest field that {@link #padding} gives. */
    static final int LEAST_PADDING = 6;

    private final List<ByteBuffer> fields;

    private ExtraFields(List<ByteBuffer> fields) {
        this.fields = fields;
    }

    /** Reads fields; the buffer is not moved. */
    static ExtraFields read(ByteBuffer bytes) {
        List<ByteBuffer> fields = new ArrayList<>();
        int at = 0;
        ByteBuffer all = bytes.slice().order(ByteOrder.LITTLE_ENDIAN);
        while (at + 4 <= all.limit()) {
            int length = 4 + Short.toUnsignedInt(all.getShort(at + 2));
            if (at + length > all.limit()) {
                break;
            }
            fields.add(all.slice(at, length).order(ByteOrder.LITTLE_ENDIAN));
            at += length;
        }
        return new ExtraFields(fields);
    }

    private static int id(ByteBuffer field) {
        return Short.toUnsignedInt(field.getShort(0));
    }

    /** {@return the data of the first field with an id, little-endian, at its start} */
    Optional<ByteBuffer> find(int id) {
        for (ByteBuffer field : fields) {
            if (id(field) == id) {
                return Optional.of(field.slice(4, field.limit() - 4).order(ByteOrder.LITTLE_ENDIAN));
            }
        }
        return Optional.empty();
    }

    /** {@return the bytes of the fields whose id is wanted} */
    byte[] only(IntPredicate wanted) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        for (ByteBuffer field : fields) {
            if (wanted.test(id(field))) {
                bytes.writeBytes(bytesOf(field));
            }
        }
        return bytes.toByteArray();
    }

    /** {@return where the data of the first field with an id begin} */
    int position(int id) {
        int at = 0;
        for (ByteBuffer field : fields) {
            if (id(field) == id) {
                return at + 4;
            }
            at += field.limit();
        }
        throw new IllegalArgumentException("no field " + id);
    }

    /** {@return a ZIP64 field} */
    static byte[] zip64(long size, long compressedSize) {
        ByteBuffer field = zip64(2 * Long.BYTES);
        return bytesOf(field.putLong(size).putLong(compressedSize).flip());
    }

    /** {@return a ZIP64 field with an offset put into the data of another one} */
    static byte[] zip64(ByteBuffer old, int at, long offset) {
        ByteBuffer field = zip64(old.limit() + Long.BYTES);
        field.put(old.slice(0, at)).putLong(offset).put(old.slice(at, old.limit() - at));
        return bytesOf(field.flip());
    }

    /** {@return a field that only takes room; it asks for no alignment of its entry} */
    static byte[] padding(int length) {
        ByteBuffer field = ByteBuffer.allocate(length).order(ByteOrder.LITTLE_ENDIAN);
        field.putShort((short) ALIGNMENT).putShort((short) (length - 4)).putShort((short) 1);
        return field.array();
    }

    private static ByteBuffer zip64(int length) {
        ByteBuffer field = ByteBuffer.allocate(4 + length).order(ByteOrder.LITTLE_ENDIAN);
        return field.putShort((short) ZIP64).putShort((short) length);
    }

    /** {@return a copy of a buffer's bytes; the buffer is not moved} */
    static byte[] bytesOf(ByteBuffer buffer) {
        byte[] bytes = new byte[buffer.remaining()];
        buffer.duplicate().get(bytes);
        return bytes;
    }
}
