package io.limbeck.dialect;

import io.limbeck.schema.Column;
import io.limbeck.schema.Name;
import java.util.List;

/** H2's way of making a table anew. */
final class H2Rebuild extends Rebuild {

    private final Dialect dialect;

    H2Rebuild(Dialect dialect) {
        super(dialect);
        this.dialect = dialect;
    }

    /**
     * RESTART WITH takes a query, and the old column's next value stands in INFORMATION_SCHEMA
     * (https://h2database.com/html/commands.html#alter_sequence).
     */
    @Override
    protected List<String> identityGoesOn(Name from, Column old, Name to, Column column) {
        String schema = from.schema() == null ? "SCHEMA()" : inCapitals(from.schema());
        return List.of("ALTER TABLE " + dialect.name(to) + " ALTER COLUMN " + dialect.quote(column.name())
                + " RESTART WITH (SELECT identity_base FROM information_schema.columns WHERE table_schema = " + schema
                + " AND table_name = " + inCapitals(from.value()) + " AND column_name = " + inCapitals(old.name())
                + ")");
    }
}
