package io.limbeck.plan;

import io.limbeck.dsl.Recorded;
import io.limbeck.error.Problem;
import io.limbeck.operation.CreateTable;
import io.limbeck.operation.Delete;
import io.limbeck.operation.Insert;
import io.limbeck.operation.InsertFile;
import io.limbeck.operation.Operation;
import io.limbeck.operation.Reversal;
import io.limbeck.operation.Update;
import io.limbeck.schema.Name;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Derives a downgrade: the inverses of an upgrade's operations, last first. */
final class Inversion {

    private Inversion() {}

    /** What undoes a revision, or every reason why nothing can. */
    record Derived(List<Recorded> operations, List<Problem> obstacles) {}

    static Derived of(Replay.Folded upgrade) {
        List<Recorded> operations = new ArrayList<>();
        List<Problem> obstacles = new ArrayList<>();
        Set<Name> made = new HashSet<>();
        List<Set<Name>> madeBefore = new ArrayList<>();
        for (Replay.Applied applied : upgrade.operations()) {
            madeBefore.add(Set.copyOf(made));
            if (applied.operation() instanceof CreateTable create) {
                made.add(create.table().name());
            }
        }
        for (int i = upgrade.operations().size() - 1; i >= 0; i--) {
            Replay.Applied applied = upgrade.operations().get(i);
            if (rowsOf(applied.operation()).filter(madeBefore.get(i)::contains).isPresent()) {
                continue;
            }
            Reversal reversal = applied.operation().reverse(applied.before());
            reversal.obstacle()
                    .ifPresent(why -> obstacles.add(Problem.at(
                            applied.recorded().site().place(),
                            "irreversible",
                            "this cannot be undone: " + why,
                            "Write a downgrade block, or say downgrade { irreversible 'why' }.")));
            for (Operation undo : reversal.operations()) {
                operations.add(applied.recorded().instead(undo));
            }
        }
        return new Derived(operations, obstacles);
    }

    /** The table whose rows an operation changes; rows vanish with a table that the same revision made. */
    private static Optional<Name> rowsOf(Operation operation) {
        if (operation instanceof Insert insert) {
            return Optional.of(insert.table());
        }
        if (operation instanceof InsertFile insert) {
            return Optional.of(insert.table());
        }
        if (operation instanceof Update update) {
            return Optional.of(update.table());
        }
        return operation instanceof Delete delete ? Optional.of(delete.table()) : Optional.empty();
    }
}
