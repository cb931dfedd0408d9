package io.limbeck.it.autogenerate;

import io.limbeck.dialect.Batch;
import io.limbeck.dialect.Dialect;
import io.limbeck.golden.Outcome;
import io.limbeck.golden.Outcome.Sent;
import io.limbeck.operation.Operation;
import io.limbeck.operation.Recreate;
import io.limbeck.schema.Schema;
import java.util.ArrayList;
import java.util.List;

/** What is sent for operations that follow each other, as a plan words them. */
final class Sending {

    private Sending() {}

    static List<Sent> of(List<Operation> operations, Schema before, Dialect dialect) {
        List<Outcome.Step> steps = new ArrayList<>();
        Schema state = before;
        for (Operation each : operations) {
            Operation operation = each.resolved(state);
            steps.add(new Outcome.Step(
                    operation, state, Recreate.AUTO, dialect.outsideTransaction(operation, state), null));
            state = operation.apply(state);
        }
        List<Sent> sent = new ArrayList<>();
        for (Batch<Outcome.Step> batch : dialect.batches(steps)) {
            dialect.aside(batch).ifPresent(aside -> sent.add(new Sent(aside, true)));
            dialect.statements(batch)
                    .forEach(statement ->
                            sent.add(new Sent(statement, batch.first().alone())));
        }
        return sent;
    }
}
