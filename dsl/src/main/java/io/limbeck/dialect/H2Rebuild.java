package io.limbeck.dialect;

import io.limbeck.schema.Column;
import io.limbeck.schema.Name;
import io.limbeck.type.Literal;
import java.util.List;
import java.util.Locale;

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
        String schema = from.schema() == null ? "SCHEMA()" : stored(from.schema());
        return List.of("ALTER TABLE " + dialect.name(to) + " ALTER COLUMN " + dialect.quote(column.name())
                + " RESTART WITH (SELECT identity_base FROM information_schema.columns WHERE table_schema = " + schema
                + " AND table_name = " + stored(from.value()) + " AND column_name = " + stored(old.name()) + ")");
    }

    /** A name as the catalogue has it, which is upper case where it stands unquoted. */
    private String stored(String identifier) {
        boolean exact = dialect.quote(identifier).startsWith("\"");
        return dialect.literal(new Literal(exact ? identifier : identifier.toUpperCase(Locale.ROOT)));
    }
}
