package io.limbeck.online;

import io.limbeck.sql.BulkLoad;
import io.limbeck.sql.RowReader;
import java.io.ByteArrayOutputStream;
import java.io.InputStream;

/** Rows as the bytes that a server's bulk load takes, made as they are asked for. */
final class RowStream extends InputStream {

    private static final int SOME = 1 << 16;

    private final RowReader row;
    private final BulkLoad bulk;
    private final ByteArrayOutputStream made = new ByteArrayOutputStream(2 * SOME);
    private byte[] bytes = {};
    private int position;

    RowStream(RowReader row, BulkLoad bulk) {
        this.row = row;
        this.bulk = bulk;
        bulk.begin(made);
    }

    @Override
    public int read() {
        return isAtEnd() ? -1 : bytes[position++] & 0xff;
    }

    @Override
    public int read(byte[] into, int offset, int length) {
        if (length == 0) {
            return 0;
        }
        if (isAtEnd()) {
            return -1;
        }
        int some = Math.min(length, bytes.length - position);
        System.arraycopy(bytes, position, into, offset, some);
        position += some;
        return some;
    }

    private boolean isAtEnd() {
        if (position == bytes.length) {
            while (made.size() < SOME && row.next()) {
                bulk.append(row, made);
            }
            bytes = made.toByteArray();
            made.reset();
            position = 0;
        }
        return bytes.length == 0;
    }
}
