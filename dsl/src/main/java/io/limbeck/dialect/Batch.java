package io.limbeck.dialect;

import io.limbeck.operation.Recreate;
import io.limbeck.operation.TableChange;
import io.limbeck.schema.Name;
import io.limbeck.schema.Table;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What is worded together: one operation, or consecutive changes of a table that is made anew for all of them at once.
 *
 * @param asked at least one; several only where the table is made anew
 */
public record Batch<A extends Asked>(List<A> asked, boolean rebuilt) {

    public Batch {
        asked = List.copyOf(asked);
    }

    /** The one whose place stands for all. */
    public A first() {
        return asked.get(0);
    }

    /**
     * What is worth knowing though nothing is wrong: whatever hangs on the table without the history knowing it goes
     * with the old one. Only raw SQL makes such things, so nothing is said where none has spoken of the table.
     */
    public Optional<String> warning() {
        if (!rebuilt) {
            return Optional.empty();
        }
        Name table = ((TableChange) first().operation()).table();
        return first().before().mayExist(table.value())
                ? Optional.of("table '" + table + "' is made anew; triggers and whatever else raw SQL hung on it are"
                        + " gone after that, and must be made again.")
                : Optional.empty();
    }

    /** Puts operations together as a dialect words them; they follow each other. */
    static <A extends Asked> List<Batch<A>> of(Dialect dialect, List<A> asked) {
        List<Batch<A>> batches = new ArrayList<>();
        List<A> run = new ArrayList<>();
        Optional<Table> table = Optional.empty();
        Sources sources = null;
        for (A each : asked) {
            Optional<Table> next = rebuildable(each);
            boolean same = table.isPresent()
                    && next.isPresent()
                    && table.get().name().equals(next.get().name())
                    && run.get(0).alone() == each.alone();
            if (same && sources == null) {
                sources = new Sources(dialect, table.get());
                sources.follow(run.get(0).operation());
            }
            if (!same || !sources.follow(each.operation())) {
                close(dialect, run, table.isPresent(), batches);
                run.clear();
                table = next;
                sources = null;
            }
            run.add(each);
        }
        close(dialect, run, table.isPresent(), batches);
        return batches;
    }

    /** The table that an operation changes, if it is known and may be made anew. */
    private static Optional<Table> rebuildable(Asked asked) {
        return asked.operation() instanceof TableChange change && asked.recreate() != Recreate.NEVER
                ? asked.before().known(change.table())
                : Optional.empty();
    }

    /**
     * @param rebuildable whether the table of those in the run may be made anew
     */
    private static <A extends Asked> void close(
            Dialect dialect, List<A> run, boolean rebuildable, List<Batch<A>> batches) {
        boolean rebuilt = false;
        for (A each : run) {
            rebuilt |= rebuildable
                    && (each.recreate() == Recreate.ALWAYS || dialect.needsRebuild(each.operation(), each.before()));
        }
        if (rebuilt) {
            batches.add(new Batch<>(run, true));
            return;
        }
        for (A each : run) {
            batches.add(new Batch<>(List.of(each), false));
        }
    }
}
