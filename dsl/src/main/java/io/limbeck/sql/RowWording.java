package io.limbeck.sql;

import io.limbeck.type.Literal;
import java.util.List;

/** How rows of a file are said in SQL. */
public interface RowWording {

    /** What is done with them, without any of them. Shape: {@code INSERT INTO account (id, email) VALUES …} */
    String shown();

    /** The same for a single row, with a parameter for each value. */
    String bound();

    /** The literal of a value of the column at a position. */
    String literal(int column, Literal value);

    /** A row's part of a statement. */
    String row(List<String> literals);

    /** How many rows a statement takes. */
    int most();

    /** How long the rows of a statement may become before the last of them. */
    int longest();

    /** The statement of some rows. */
    String statement(List<String> rows);
}
