package io.limbeck.dialect;

import io.limbeck.schema.Column;
import io.limbeck.schema.Constraint;
import io.limbeck.schema.Name;
import io.limbeck.schema.PrimaryKey;
import io.limbeck.schema.Schema;
import io.limbeck.schema.Table;
import io.limbeck.schema.Unique;
import java.util.List;

/** InnoDB's way of making a table anew. */
final class InnoDbRebuild extends Rebuild {

    private final InnoDb innoDb;

    InnoDbRebuild(InnoDb innoDb) {
        super(innoDb);
        this.innoDb = innoDb;
    }

    /** A counter is the first column of a key from its beginning (MySQL error 1075). */
    @Override
    protected boolean keepsWithTable(Name table, Constraint constraint, Schema before) {
        boolean key = constraint instanceof PrimaryKey || constraint instanceof Unique;
        return key
                        && before.known(table)
                                .flatMap(known ->
                                        known.column(constraint.columns().get(0)))
                                .flatMap(Column::identity)
                                .isPresent()
                || super.keepsWithTable(table, constraint, before);
    }

    /**
     * An old value of 0 must not become the next number (MySQL Reference Manual, "Server SQL Modes",
     * NO_AUTO_VALUE_ON_ZERO).
     */
    @Override
    protected List<String> beginning(Table table, Schema before) {
        return counts(table)
                ? List.of("SET @limbeck_sql_mode = @@sql_mode, sql_mode = CONCAT(@@sql_mode, ',NO_AUTO_VALUE_ON_ZERO')")
                : List.of();
    }

    @Override
    protected List<String> end(Table before, Table after, Schema state) {
        return counts(before) ? List.of("SET sql_mode = COALESCE(@limbeck_sql_mode, @@sql_mode)") : List.of();
    }

    private static boolean counts(Table table) {
        return table.columns().stream().anyMatch(column -> column.identity().isPresent());
    }

    /** CAST knows few types; what is inserted is converted as it is by MODIFY COLUMN, and refused where it does not fit. */
    @Override
    protected String converted(Column from, Column to) {
        return innoDb.quote(from.name());
    }

    /** The counter goes on behind the greatest number (MySQL Reference Manual, "AUTO_INCREMENT Handling in InnoDB"). */
    @Override
    protected List<String> identityGoesOn(Name from, Column old, Name to, Column column) {
        return List.of();
    }
}
