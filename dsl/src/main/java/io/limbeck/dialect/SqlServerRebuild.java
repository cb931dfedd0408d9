package io.limbeck.dialect;

import io.limbeck.schema.Column;
import io.limbeck.schema.Name;
import java.util.List;

/** SQL Server's way of making a table anew. */
final class SqlServerRebuild extends Rebuild {

    private final SqlServer server;

    SqlServerRebuild(SqlServer server) {
        super(server);
        this.server = server;
    }

    /** Every identity is ALWAYS, and takes values where the session says so. */
    @Override
    protected String overriding() {
        return "";
    }

    /** Style 3 keeps all digits of a float (Transact-SQL reference, "CAST and CONVERT", float and real styles). */
    @Override
    protected String converted(Column from, Column to) {
        return SqlServerChanges.losesDigits(server, from, to)
                ? "CONVERT(" + server.type(to.type()) + ", " + server.quote(from.name()) + ", 3)"
                : super.converted(from, to);
    }

    /**
     * The old table's next value becomes the new one's. A seed is the next value itself as long as the table has never
     * had a row (Transact-SQL reference, "DBCC CHECKIDENT").
     */
    @Override
    protected List<String> identityGoesOn(Name from, Column old, Name to, Column column) {
        String was = TransactSql.unicode(server.name(from));
        String is = TransactSql.unicode(server.name(to));
        return List.of("DECLARE @next BIGINT = (SELECT CAST(last_value AS BIGINT) + CAST(increment_value AS BIGINT)\n"
                + "    FROM sys.identity_columns WHERE object_id = OBJECT_ID(" + was + "));\n"
                + "IF EXISTS (SELECT 1 FROM sys.identity_columns WHERE object_id = OBJECT_ID(" + is
                + ") AND last_value IS NOT NULL)\n"
                + "    SET @next -= " + SqlServerColumns.increment(column.identity().orElseThrow()) + ";\n"
                + "IF @next IS NOT NULL\n"
                + "    DBCC CHECKIDENT (" + is + ", RESEED, @next) WITH NO_INFOMSGS");
    }
}
