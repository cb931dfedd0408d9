package io.limbeck.sql;

import java.util.List;
import java.util.stream.Stream;

/** Rows that can be read more than once without being kept in memory. */
public interface RowSource {

    /** The file's name, for messages. */
    String name();

    /** The names of the columns, in the order of each row's values. */
    List<String> columns();

    /**
     * The rows from the first on; close the stream after use.
     *
     * @throws io.limbeck.error.LimbeckException when the file cannot be read or a row does not fit
     */
    Stream<Row> rows();
}
