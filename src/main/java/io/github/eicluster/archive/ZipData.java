package io.github.eicluster.archive;

import java.io.ByteArrayInputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.nio.ByteBuffer;
import java.util.zip.CRC32;
import java.util.zip.Inflater;
import java.util.zip.InflaterInputStream;

/** Streams over the data of zip entries. */
final class ZipData {

    private static final int BUFFER = 32768;

    private ZipData() {}

    /** {@return the content of an entry; fails at its end if size or checksum are not those of the directory} */
    static InputStream open(ZipSource source, LocalEntry place, CentralRecord record) throws IOException {
        InputStream raw = new Slice(source, place.data(), record.compressedSize());
        return switch (record.method()) {
            case CentralRecord.STORED -> new Checked(raw, record);
            case CentralRecord.DEFLATED -> new Checked(inflating(raw), record);
            default ->
                throw new IOException("entry '" + record.name() + "' is compressed by method " + record.method()
                        + ", only stored and deflated entries can be read");
        };
    }

    private static InputStream inflating(InputStream raw) {
        Inflater inflater = new Inflater(true);
        // Inflater asks for one byte behind raw deflated data.
        InputStream padded = new SequenceInputStream(raw, new ByteArrayInputStream(new byte[1]));
        return new InflaterInputStream(padded, inflater, BUFFER) {
            @Override
            public void close() throws IOException {
                inflater.end();
                super.close();
            }
        };
    }

    /** A range of a file, read without moving the channel, so that several streams can be open. */
    private static final class Slice extends InputStream {

        private final ZipSource source;
        private long position;
        private long left;

        Slice(ZipSource source, long position, long length) {
            this.source = source;
            this.position = position;
            this.left = length;
        }

        @Override
        public int read() throws IOException {
            byte[] one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : Byte.toUnsignedInt(one[0]);
        }

        @Override
        public int read(byte[] target, int from, int length) throws IOException {
            if (length == 0) {
                return 0;
            }
            if (left <= 0) {
                return -1;
            }
            int read = source.read(ByteBuffer.wrap(target, from, (int) Math.min(length, left)), position);
            position += Math.max(read, 0);
            left -= Math.max(read, 0);
            return read;
        }
    }

    /** Stops at the first byte too many: no bomb is unpacked. */
    private static final class Checked extends FilterInputStream {

        private final CentralRecord record;
        private final CRC32 crc = new CRC32();
        private long count;

        Checked(InputStream in, CentralRecord record) {
            super(in);
            this.record = record;
        }

        @Override
        public int read() throws IOException {
            byte[] one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : Byte.toUnsignedInt(one[0]);
        }

        @Override
        public int read(byte[] target, int from, int length) throws IOException {
            int read = in.read(target, from, length);
            if (read > 0) {
                crc.update(target, from, read);
                count += read;
            }
            boolean wrongAtEnd = read < 0 && (count != record.size() || (int) crc.getValue() != record.crc());
            if (count > record.size() || wrongAtEnd) {
                throw new IOException("entry '" + record.name() + "' has a size or checksum that is not true");
            }
            return read;
        }

        @Override
        public long skip(long wanted) throws IOException {
            byte[] dropped = new byte[(int) Math.min(BUFFER, Math.max(wanted, 0))];
            return Math.max(read(dropped, 0, dropped.length), 0);
        }

        @Override
        public boolean markSupported() {
            return false;
        }
    }
}
