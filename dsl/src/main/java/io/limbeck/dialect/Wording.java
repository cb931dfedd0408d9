package io.limbeck.dialect;

import io.limbeck.error.Refusal;
import io.limbeck.operation.Renderer;
import io.limbeck.schema.Constraint;
import io.limbeck.schema.Index;
import io.limbeck.schema.Name;
import io.limbeck.schema.ReferentialAction;
import io.limbeck.sql.Feature;
import io.limbeck.type.Scalar;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** The words inside definitions of columns, constraints and indexes; the standard's, where it has any. */
abstract class Wording implements Renderer {

    /** Refuses numbers behind a type that the dialect cannot keep. */
    protected void requirePrecision(Scalar type) {
        // most keep them all
    }

    /** Whether values of a type, in the dialect's word, can be compared and so indexed. */
    protected boolean comparable(String type) {
        return true;
    }

    /** Whether a generated column is stored when the script does not say. */
    protected boolean storesComputed() {
        return false;
    }

    /** The word for a generated column that is stored, with a space before it. */
    protected String stored() {
        return " STORED";
    }

    /** The words behind an index's columns that only this database knows; whatever it does not take, it refuses. */
    protected String indexOptions(Map<String, Object> options) {
        for (String option : options.keySet()) {
            throw new Refusal("unsupported", option, dialect() + " has no option '" + option + "' for an index", null);
        }
        return "";
    }

    /** The words behind one column of an index that only this database knows, with a space before them. */
    protected String indexPartOptions(String part, Map<String, Object> options) {
        return "";
    }

    /** The words between CREATE and INDEX, with a space behind them. */
    protected String indexKind(Index index) {
        return index.unique() ? "UNIQUE " : "";
    }

    /** An expression as one part of an index. */
    protected String indexExpression(String expression) {
        return "(" + expression + ")";
    }

    /** The words for what a foreign key does; none where the database does just that without being told. */
    protected Optional<String> action(ReferentialAction action) {
        return action == ReferentialAction.NO_ACTION
                ? Optional.empty()
                : Optional.of(action.word().toUpperCase(Locale.ROOT));
    }

    /** The word for a generated column that is worked out when read, with a space before it. */
    protected String virtual() {
        return "";
    }

    /** The words that leave existing rows unchecked, with a space before them. */
    protected String notValid() {
        return " NOT VALID";
    }

    /** Refuses a constraint whose check cannot wait for the transaction's end. */
    protected void requireDeferrable(Constraint constraint) {
        require(Feature.DEFERRABLE);
    }

    /** The name of the table that an index is made on. */
    protected String indexedTable(Name table) {
        return name(table);
    }

    /** The name of the table that a foreign key points at. */
    protected String referredName(Name table) {
        return name(table);
    }

    /** The words behind UNIQUE that make null equal null, with a space behind them. */
    protected String nullsNotDistinct() {
        return "NULLS NOT DISTINCT ";
    }

    /** The name of an index that is being made; it lands in its table's schema. */
    protected String newIndexName(Name table, String index) {
        return name(table.sibling(index));
    }
}
