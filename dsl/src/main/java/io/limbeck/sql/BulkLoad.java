package io.limbeck.sql;

/** A database's own way to take rows as a stream of text, which its driver must offer too. */
public interface BulkLoad {

    /** The query that answers one row with true where rows taken this way become what an INSERT would make of them. */
    String precondition();

    /** The statement behind which the stream follows, in UTF-8. */
    String statement();

    /** Appends a row with its end, where each value means what its literal in an INSERT does. */
    void append(Row row, StringBuilder to);

    /**
     * Which row a failure is about.
     *
     * @param message the server's
     * @return counted from 1; 0 where it does not say
     */
    int row(String message);
}
