package io.limbeck.sql;

import io.limbeck.type.Literal;

/**
 * Reads the rows of a file one after the other. A row is told by where it and its cells stand among the bytes, in UTF-8, so
 * that it costs no objects; they stay until the next one is read.
 */
public interface RowReader extends AutoCloseable {

    /**
     * Goes to the next row, at first to the first.
     *
     * @return whether there is one
     * @throws io.limbeck.error.LimbeckException when the file cannot be read or the row has too many cells or too few
     */
    boolean next();

    /** The line of the file that the row begins on, counted from 1. */
    int line();

    /** How many cells each row has. */
    int cells();

    /** Holds the row. */
    byte[] bytes();

    /** Where the row begins. */
    int from();

    /** Where the row ends, without its line end. */
    int to();

    /** Whether the row stands there as RFC 4180 has it, without anything else that is understood too. */
    boolean isStandard();

    /** Where a cell begins, behind its quote if it has one. */
    int from(int cell);

    /** Where a cell ends, before its quote if it has one. */
    int to(int cell);

    /** Whether a cell is empty and stands in no quotes. */
    boolean isNull(int cell);

    /** Whether a cell that is not null says its value as every database does, so that none refuses or misreads it. */
    boolean isUsual(int cell);

    /**
     * The value of a cell.
     *
     * @throws io.limbeck.error.LimbeckException when it is none of its column's type
     */
    Literal value(int cell);

    @Override
    void close();
}
