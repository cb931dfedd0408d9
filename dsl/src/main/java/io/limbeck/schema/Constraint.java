package io.limbeck.schema;

import java.util.List;
import java.util.function.UnaryOperator;

/** A named rule on a table. */
public sealed interface Constraint permits PrimaryKey, Unique, ForeignKey, Check, Exclusion {

    String name();

    /** The table's own columns that the rule is known to speak of; empty for a check's free text. */
    List<String> columns();

    /** Whether the rule speaks of a column, in its free text too. */
    default boolean names(String column) {
        return columns().contains(column);
    }

    /** The same rule under another name. */
    Constraint named(String other);

    /** The same rule with each of its own columns renamed. */
    Constraint renaming(UnaryOperator<String> columnName);
}
