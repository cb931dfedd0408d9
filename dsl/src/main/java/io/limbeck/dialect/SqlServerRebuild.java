package io.limbeck.dialect;

import io.limbeck.schema.Column;
import io.limbeck.schema.Identity;
import io.limbeck.schema.Name;
import io.limbeck.schema.Schema;
import io.limbeck.schema.Table;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

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

    /**
     * Style 3 keeps all digits of a float; a text that is too long is refused when it is assigned, and cut off when it is
     * cast (Transact-SQL reference, "CAST and CONVERT").
     */
    @Override
    protected String converted(Column from, Column to) {
        if (SqlServerChanges.losesDigits(server, from, to)) {
            return "CONVERT(" + server.type(to.type()) + ", " + server.quote(from.name()) + ", 3)";
        }
        SqlServerChanges.refuseStars(server, from, to);
        boolean texts = SqlServerChanges.isText(server, from) && SqlServerChanges.isText(server, to);
        return texts ? server.quote(from.name()) : super.converted(from, to);
    }

    /** In a list of columns {@code a = 'x'} would name a column a rather than compare. */
    @Override
    protected String used(String expression) {
        return "(" + expression + ")";
    }

    /** A restart is said again behind the rows, since they move the generator. */
    @Override
    protected List<String> end(Table before, Table after, Schema state) {
        List<String> statements = new ArrayList<>();
        for (Column column : after.columns()) {
            Optional<Long> start = column.identity().flatMap(Identity::start);
            Optional<Long> was =
                    before.column(column.name()).flatMap(Column::identity).flatMap(Identity::start);
            if (start.isPresent() && !start.equals(was)) {
                statements.add(SqlServerChanges.restart(
                        server,
                        after.name(),
                        start.get(),
                        SqlServerColumns.increment(column.identity().get())));
            }
        }
        return statements;
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
                + "    SET @next -= "
                + SqlServerColumns.increment(column.identity().orElseThrow()) + ";\n"
                + "IF @next IS NOT NULL\n"
                + "    DBCC CHECKIDENT (" + is + ", RESEED, @next) WITH NO_INFOMSGS");
    }
}
