package io.limbeck.online;

import io.limbeck.sql.BulkLoad;
import io.limbeck.sql.Row;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Iterator;

/** Rows as the bytes that a server's bulk load takes, made as they are asked for. */
final class RowStream extends InputStream {

    private static final int SOME = 1 << 15;

    private final Iterator<Row> rows;
    private final BulkLoad bulk;
    private final StringBuilder text = new StringBuilder(2 * SOME);
    private byte[] bytes = {};
    private int position;

    RowStream(Iterator<Row> rows, BulkLoad bulk) {
        this.rows = rows;
        this.bulk = bulk;
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
            text.setLength(0);
            while (text.length() < SOME && rows.hasNext()) {
                bulk.append(rows.next(), text);
            }
            bytes = text.toString().getBytes(StandardCharsets.UTF_8);
            position = 0;
        }
        return bytes.length == 0;
    }
}
