package io.limbeck.sql;

import java.io.ByteArrayOutputStream;

/** A database's own way to take rows as a stream of text, which its driver must offer too. */
public interface BulkLoad {

    /** The query that answers one row with true where rows taken this way become what an INSERT would make of them. */
    String precondition();

    /** The statement behind which the stream follows, in UTF-8. */
    String statement();

    /** Appends what the stream begins with, one line. */
    void begin(ByteArrayOutputStream to);

    /**
     * Appends the row that a reader stands at, with its end, where each value means what its literal in an INSERT does. It
     * has as many line feeds as the row has, and one more.
     */
    void append(RowReader row, ByteArrayOutputStream to);

    /**
     * Which line of the stream a failure is about.
     *
     * @param message the server's
     * @return the last one of the row, counted from 1; 0 where it does not say
     */
    int line(String message);
}
