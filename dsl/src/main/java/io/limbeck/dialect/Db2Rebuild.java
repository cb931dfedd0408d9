package io.limbeck.dialect;

import io.limbeck.schema.Column;
import io.limbeck.schema.Identity;
import io.limbeck.schema.Name;
import io.limbeck.schema.Schema;
import io.limbeck.schema.Table;
import io.limbeck.type.Literal;
import java.util.ArrayList;
import java.util.List;

/** Db2's way of making a table anew. */
final class Db2Rebuild extends Rebuild {

    private final Db2 db2;
    private final Db2Columns columns;

    Db2Rebuild(Db2 db2, Db2Columns columns) {
        super(db2);
        this.db2 = db2;
        this.columns = columns;
    }

    /** A column takes the old values while it is BY DEFAULT. */
    @Override
    protected Table shell(Table after) {
        return takingValues(after);
    }

    @Override
    protected String overriding() {
        return "";
    }

    @Override
    protected List<String> end(Table before, Table after, Schema state) {
        List<String> statements = new ArrayList<>();
        for (Column column : after.columns()) {
            if (column.identity().filter(Identity::always).isPresent()) {
                statements.add(columns.alter(after.name(), column.name()) + "SET GENERATED ALWAYS");
            }
        }
        return statements;
    }

    /** A text that is too long is refused when it is assigned, and cut off when it is cast (Db2 11.5, "CAST specification"). */
    @Override
    protected String converted(Column from, Column to) {
        return db2.isText(from) && db2.isText(to) ? db2.quote(from.name()) : super.converted(from, to);
    }

    /** The old generator's next value that is not prepared yet becomes the new one's (Db2 11.5, "SYSCAT.COLIDENTATTRIBUTES"). */
    @Override
    protected List<String> identityGoesOn(Name from, Column old, Name to, Column column) {
        String schema = from.schema() == null ? "CURRENT SCHEMA" : inCapitals(from.schema());
        String restart = columns.alter(to, column.name()) + "RESTART WITH ";
        return List.of("BEGIN\n    DECLARE goes_on BIGINT;\n"
                + "    SET goes_on = (SELECT nextcachefirstvalue FROM syscat.colidentattributes WHERE tabschema = "
                + schema + " AND tabname = " + inCapitals(from.value()) + " AND colname = " + inCapitals(old.name())
                + ");\n"
                + "    EXECUTE IMMEDIATE " + db2.literal(new Literal(restart)) + " || goes_on;\nEND");
    }
}
