package io.limbeck.dialect;

import io.limbeck.error.Refusal;
import io.limbeck.operation.AlterSequence;
import io.limbeck.operation.CreateSequence;
import io.limbeck.operation.DropSequence;
import io.limbeck.schema.Schema;
import java.util.List;
import java.util.Optional;

/** Sequences as Oracle has them. */
final class OracleSequences {

    private final Oracle oracle;

    OracleSequences(Oracle oracle) {
        this.oracle = oracle;
    }

    List<String> create(CreateSequence operation, Schema before) {
        requireEnd(
                operation.sequence().cycle(),
                operation.sequence().increment(),
                operation.sequence().min(),
                operation.sequence().max());
        return operation.standardSql(oracle, before);
    }

    List<String> alter(AlterSequence operation, Schema before) {
        operation
                .apply(before)
                .sequence(operation.change().name())
                .ifPresent(after -> requireEnd(after.cycle(), after.increment(), after.min(), after.max()));
        return operation.standardSql(oracle, before);
    }

    List<String> drop(DropSequence operation, Schema before) {
        return !operation.ifExists() || oracle.knowsIfExists()
                ? operation.standardSql(oracle, before)
                : OracleBlock.ignoring(
                        new DropSequence(operation.sequence(), false).standardSql(oracle, before),
                        OracleBlock.NO_SEQUENCE);
    }

    /** What goes round needs an end (ORA-04015 and ORA-04016). */
    static void requireEnd(Optional<Boolean> cycle, Optional<Long> increment, Optional<Long> min, Optional<Long> max) {
        boolean down = increment.filter(step -> step < 0).isPresent();
        if (cycle.orElse(false) && (down ? min : max).isEmpty()) {
            String end = down ? "min" : "max";
            throw new Refusal(
                    "unsupported",
                    "cycle",
                    "oracle cannot do 'cycle' without the last value",
                    "Say it: '" + end + ": …'.");
        }
    }
}
