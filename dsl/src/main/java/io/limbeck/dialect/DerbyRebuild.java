package io.limbeck.dialect;

import io.limbeck.operation.AlterColumn;
import io.limbeck.schema.Column;
import io.limbeck.schema.Identity;
import io.limbeck.schema.Schema;
import io.limbeck.schema.Table;
import java.util.List;

/**
 * Derby's way of making a table anew. It lets no value into a GENERATED ALWAYS column (Derby Reference Manual,
 * "generated-column-spec"), so such a column takes the old values before it is one.
 */
final class DerbyRebuild extends Rebuild {

    private final Derby derby;
    private final DerbyColumns columns;

    DerbyRebuild(Derby derby, DerbyColumns columns) {
        super(derby);
        this.derby = derby;
        this.columns = columns;
    }

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
        Steps steps = new Steps(derby, state);
        for (Column column : after.columns()) {
            column.identity()
                    .filter(Identity::always)
                    .ifPresent(identity -> steps.meaning(made ->
                                    made.with(shell(made.known(after.name()).orElseThrow())))
                            .then(AlterColumn.identity(after.name(), column.name(), identity)));
        }
        return steps.statements();
    }

    @Override
    protected String converted(Column from, Column to) {
        return assigns(from, to) ? derby.quote(from.name()) : columns.converted(from, to);
    }
}
