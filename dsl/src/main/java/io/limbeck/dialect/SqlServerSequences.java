package io.limbeck.dialect;

import io.limbeck.operation.CreateSequence;
import io.limbeck.schema.Schema;
import io.limbeck.schema.Sequence;
import java.util.List;
import java.util.Optional;

/** Sequences as SQL Server has them. */
final class SqlServerSequences {

    private final SqlServer server;

    SqlServerSequences(SqlServer server) {
        this.server = server;
    }

    /** Without a least value a sequence starts with the least of its type (Transact-SQL reference, "CREATE SEQUENCE"). */
    List<String> create(CreateSequence operation, Schema before) {
        Sequence asked = operation.sequence();
        boolean down = asked.increment().orElse(1L) < 0;
        Optional<Long> start = asked.start().or(down ? asked::max : asked::min).or(() -> Optional.of(down ? -1L : 1L));
        boolean usual = down ? start.get() <= -1 : start.get() >= 1;
        Sequence told = new Sequence(
                asked.name(),
                start,
                asked.increment(),
                asked.min().or(() -> usual && !down ? Optional.of(1L) : Optional.empty()),
                asked.max().or(() -> usual && down ? Optional.of(-1L) : Optional.empty()),
                asked.cycle(),
                asked.cache());
        return new CreateSequence(told).standardSql(server, before);
    }
}
