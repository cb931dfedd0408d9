package io.limbeck.offline;

import io.limbeck.dialect.Asked;
import io.limbeck.dialect.Batch;
import io.limbeck.dialect.Dialect;
import io.limbeck.error.LimbeckException;
import io.limbeck.error.Problem;
import io.limbeck.error.Refusal;
import io.limbeck.operation.Operation;
import io.limbeck.operation.Recreate;
import io.limbeck.schema.Schema;
import io.limbeck.sql.Statement;
import java.util.ArrayList;
import java.util.List;

/** Operations that belong to no revision, as SQL for the database's own client. */
public final class ChangeScript {

    private final Dialect dialect;
    private final ClientText text;
    private final List<Step> steps = new ArrayList<>();
    private final List<Problem> problems = new ArrayList<>();

    private record Step(Operation operation, Schema before, Recreate recreate, boolean alone) implements Asked {}

    private ChangeScript(Dialect dialect) {
        this.dialect = dialect;
        this.text = new ClientText(dialect.clientProfile(), dialect.scriptRules());
    }

    /**
     * The statements, terminated, each on a line of its own.
     *
     * @param before what the first operation meets
     * @throws LimbeckException with everything that the dialect cannot do
     */
    public static String of(List<Operation> operations, Schema before, Dialect dialect) {
        ChangeScript script = new ChangeScript(dialect);
        script.follow(operations, before);
        String lines = script.lines();
        if (!script.problems.isEmpty()) {
            throw LimbeckException.migration(script.problems);
        }
        return lines;
    }

    private void follow(List<Operation> operations, Schema before) {
        Schema state = before;
        for (Operation each : operations) {
            try {
                Operation operation = each.resolved(state);
                steps.add(new Step(operation, state, Recreate.AUTO, dialect.outsideTransaction(operation, state)));
                state = operation.apply(state);
            } catch (Refusal refusal) {
                problems.add(refusal.nowhere());
            }
        }
    }

    private String lines() {
        StringBuilder lines = new StringBuilder();
        for (Batch<Step> batch : dialect.batches(steps)) {
            try {
                for (Statement statement : dialect.statements(batch)) {
                    ScriptWriter.texts(statement, dialect.clientProfile())
                            .forEach(sql -> lines.append(text.of(sql)).append('\n'));
                }
            } catch (Refusal refusal) {
                problems.add(refusal.nowhere());
            }
        }
        return lines.toString();
    }
}
