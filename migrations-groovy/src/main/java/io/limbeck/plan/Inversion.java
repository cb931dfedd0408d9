package io.limbeck.plan;

import io.limbeck.dsl.Recorded;
import io.limbeck.error.Problem;
import io.limbeck.operation.CreateTable;
import io.limbeck.operation.Operation;
import io.limbeck.operation.Reversal;
import io.limbeck.operation.RowChange;
import io.limbeck.schema.Name;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Derives a downgrade: the inverses of an upgrade's operations, last first. */
final class Inversion {

    private Inversion() {}

    /** What undoes a revision, or every reason why nothing can. */
    record Derived(List<Recorded> operations, List<Problem> obstacles) {}

    static Derived of(Replay.Folded upgrade) {
        List<Recorded> operations = new ArrayList<>();
        List<Problem> obstacles = new ArrayList<>();
        for (int i = upgrade.operations().size() - 1; i >= 0; i--) {
            Derived one = ofLast(upgrade.operations().subList(0, i + 1));
            operations.addAll(one.operations());
            obstacles.addAll(one.obstacles());
        }
        return new Derived(operations, obstacles);
    }

    /** What undoes the last of a revision's operations. */
    static Derived ofLast(List<Replay.Applied> operations) {
        Replay.Applied last = operations.get(operations.size() - 1);
        Optional<Name> table = rowsOf(last.operation());
        boolean vanishes = table.isPresent()
                && operations.stream()
                        .anyMatch(each -> each.operation() instanceof CreateTable create
                                && create.table().name().equals(table.get()));
        if (vanishes) {
            return new Derived(List.of(), List.of());
        }
        Reversal reversal = last.operation().reverse(last.before());
        List<Problem> obstacles = reversal
                .obstacle()
                .map(why -> Problem.at(
                        last.recorded().site().place(),
                        "irreversible",
                        "this cannot be undone: " + why,
                        "Write a downgrade block, or say downgrade { irreversible 'why' }."))
                .stream()
                .toList();
        return new Derived(
                reversal.operations().stream()
                        .map(undo -> last.recorded().instead(undo))
                        .toList(),
                obstacles);
    }

    /** The table whose rows an operation changes; rows vanish with a table that the same revision made. */
    private static Optional<Name> rowsOf(Operation operation) {
        return operation instanceof RowChange rows ? Optional.of(rows.table()) : Optional.empty();
    }
}
