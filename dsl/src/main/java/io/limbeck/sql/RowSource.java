package io.limbeck.sql;

import java.util.List;

/** Rows that can be read more than once without being kept in memory. */
public interface RowSource {

    /** The file's name, for messages. */
    String name();

    /** The names of the columns, in the order of each row's values. */
    List<String> columns();

    /**
     * A reader that stands before the first row.
     *
     * @throws io.limbeck.error.LimbeckException when the file cannot be read
     */
    RowReader open();
}
