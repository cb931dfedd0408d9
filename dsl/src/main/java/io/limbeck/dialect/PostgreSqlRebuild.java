package io.limbeck.dialect;

import io.limbeck.schema.Column;
import io.limbeck.schema.Name;
import io.limbeck.type.Literal;
import java.util.List;

/** PostgreSQL's way of making a table anew. */
final class PostgreSqlRebuild extends Rebuild {

    private final Dialect dialect;

    PostgreSqlRebuild(Dialect dialect) {
        super(dialect);
        this.dialect = dialect;
    }

    /**
     * The old sequence's next value becomes the new one's
     * (https://www.postgresql.org/docs/current/functions-sequence.html).
     */
    @Override
    protected List<String> identityGoesOn(Name from, Column old, Name to, Column column) {
        return List.of("SELECT setval(" + sequence(to, column) + ", nextval(" + sequence(from, old) + "), false)");
    }

    private String sequence(Name table, Column column) {
        return "pg_get_serial_sequence(" + literal(dialect.name(table)) + ", " + literal(column.name()) + ")";
    }

    private String literal(String text) {
        return dialect.literal(new Literal(text));
    }
}
