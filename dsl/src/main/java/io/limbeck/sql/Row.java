package io.limbeck.sql;

import io.limbeck.type.Literal;
import java.util.List;

/**
 * A row of a file.
 *
 * @param line where it begins, counted from 1
 * @param cells in the order of the columns
 */
public record Row(int line, List<Literal> cells) {}
