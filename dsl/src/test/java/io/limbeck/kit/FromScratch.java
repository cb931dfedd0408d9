package io.limbeck.kit;

import io.limbeck.dialect.Dialect;
import io.limbeck.golden.Outcome;
import io.limbeck.golden.Outcome.Sent;
import io.limbeck.operation.AddConstraint;
import io.limbeck.operation.CreateEnum;
import io.limbeck.operation.CreateSchema;
import io.limbeck.operation.CreateSequence;
import io.limbeck.operation.CreateTable;
import io.limbeck.operation.CreateView;
import io.limbeck.operation.Operation;
import io.limbeck.operation.Recreate;
import io.limbeck.schema.ForeignKey;
import io.limbeck.schema.Schema;
import io.limbeck.schema.Table;
import java.util.ArrayList;
import java.util.List;

/** Makes a schema state anew, all at once, so that a database can be compared with it. */
public final class FromScratch {

    private final Dialect dialect;
    private final List<Sent> sent = new ArrayList<>();
    private Schema made = Schema.EMPTY;

    private FromScratch(Dialect dialect) {
        this.dialect = dialect;
    }

    /** The statements that lead from nothing to this state. */
    public static List<Sent> statements(Schema wanted, Dialect dialect) {
        FromScratch making = new FromScratch(dialect);
        wanted.schemas().forEach(name -> making.make(new CreateSchema(name)));
        wanted.enums().forEach(type -> making.make(new CreateEnum(type)));
        wanted.sequences().forEach(sequence -> making.make(new CreateSequence(sequence)));
        for (Table table : wanted.tables()) {
            making.make(new CreateTable(
                    table.constraints(table.constraints().stream()
                            .filter(constraint -> !(constraint instanceof ForeignKey))
                            .toList()),
                    false));
        }
        for (Table table : wanted.tables()) {
            table.constraints(ForeignKey.class).forEach(key -> making.make(new AddConstraint(table.name(), key)));
        }
        wanted.views().forEach(view -> making.make(new CreateView(view, false)));
        return making.sent;
    }

    private void make(Operation operation) {
        Outcome.Step step = new Outcome.Step(operation, made, Recreate.AUTO, false, null);
        dialect.batches(List.of(step))
                .forEach(batch -> dialect.statements(batch).forEach(statement -> sent.add(new Sent(statement, false))));
        made = operation.apply(made);
    }
}
