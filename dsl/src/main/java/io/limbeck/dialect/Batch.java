package io.limbeck.dialect;

import io.limbeck.operation.Recreate;
import io.limbeck.operation.TableChange;
import io.limbeck.schema.Name;
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
        return Optional.of(first())
                .filter(any -> rebuilt)
                .map(change -> ((TableChange) change.operation()).table())
                .filter(table -> first().before().mayExist(table.value()))
                .map(table -> "table '" + table + "' is made anew; triggers and whatever else raw SQL hung on it are"
                        + " gone after that, and must be made again.");
    }

    /** Puts operations together as a dialect words them; they follow each other. */
    static <A extends Asked> List<Batch<A>> of(Dialect dialect, List<A> asked) {
        List<Batch<A>> batches = new ArrayList<>();
        List<A> run = new ArrayList<>();
        Sources sources = null;
        for (A each : asked) {
            Optional<Name> table = rebuildable(each);
            boolean goesOn = sources != null
                    && table.isPresent()
                    && table.equals(rebuildable(run.get(0)))
                    && run.get(0).alone() == each.alone()
                    && sources.follow(each.operation());
            if (!goesOn) {
                close(dialect, run, batches);
                run.clear();
                sources = table.flatMap(name -> each.before().known(name))
                        .map(known -> new Sources(dialect, known))
                        .orElse(null);
                if (sources != null) {
                    sources.follow(each.operation());
                }
            }
            run.add(each);
        }
        close(dialect, run, batches);
        return batches;
    }

    private static Optional<Name> rebuildable(Asked asked) {
        return asked.operation() instanceof TableChange change
                        && asked.recreate() != Recreate.NEVER
                        && asked.before().known(change.table()).isPresent()
                ? Optional.of(change.table())
                : Optional.empty();
    }

    private static <A extends Asked> void close(Dialect dialect, List<A> run, List<Batch<A>> batches) {
        boolean rebuilt = run.stream()
                .anyMatch(each -> rebuildable(each).isPresent()
                        && (each.recreate() == Recreate.ALWAYS
                                || dialect.needsRebuild(each.operation(), each.before())));
        if (rebuilt) {
            batches.add(new Batch<>(run, true));
        } else {
            run.forEach(each -> batches.add(new Batch<>(List.of(each), false)));
        }
    }
}
