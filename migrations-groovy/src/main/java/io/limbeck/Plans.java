package io.limbeck;

import io.limbeck.error.LimbeckException;
import io.limbeck.plan.Plan;
import io.limbeck.plan.Planner;
import io.limbeck.sql.Statement;
import java.sql.SQLException;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.BooleanSupplier;
import java.util.function.Predicate;
import java.util.function.Supplier;

/**
 * What was worked out once for all databases that stand alike.
 *
 * <p>A plan that asked the database something is that database's own, and so is one that holds code, which may remember
 * what it did.
 */
final class Plans {

    private final Map<Object, CompletableFuture<Optional<Result>>> results = new ConcurrentHashMap<>();

    /** Makes a plan. */
    @FunctionalInterface
    interface Making {
        Plan plan(Planner.Live live) throws SQLException;
    }

    /** Works something out. */
    @FunctionalInterface
    private interface Work<T> {
        T answer() throws SQLException;
    }

    /** What came out of it, once. */
    private record Result(Object answer, LimbeckException failure) {}

    /**
     * The plan for a situation.
     *
     * @param situation all that decides about the plan, but for what the database says of its schema
     * @param live what the database says of that
     */
    Plan plan(Object situation, Planner.Live live, Making making) throws SQLException {
        AtomicBoolean asked = new AtomicBoolean();
        Planner.Live watched = watched(live, asked);
        return once(
                situation,
                () -> making.plan(watched),
                plan -> !asked.get() && plan.statements().noneMatch(Statement.Code.class::isInstance),
                () -> !asked.get());
    }

    /** What is the same for all databases in a situation. */
    <T> T answer(Object situation, Supplier<T> work) {
        try {
            return once(situation, work::get, answer -> true, () -> true);
        } catch (SQLException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /** Whoever comes second waits, and works it out as well where it turns out to be the first one's own. */
    @SuppressWarnings("unchecked")
    private <T> T once(Object situation, Work<T> work, Predicate<T> isForAll, BooleanSupplier failureIsForAll)
            throws SQLException {
        CompletableFuture<Optional<Result>> mine = new CompletableFuture<>();
        CompletableFuture<Optional<Result>> first = results.putIfAbsent(situation, mine);
        if (first != null) {
            Optional<Result> known = first.join();
            return known.isPresent() ? (T) orFailure(known.get()) : work.answer();
        }
        Optional<Result> shared = Optional.empty();
        try {
            T answer = work.answer();
            shared = isForAll.test(answer) ? Optional.of(new Result(answer, null)) : Optional.empty();
            return answer;
        } catch (LimbeckException wrong) {
            shared = failureIsForAll.getAsBoolean() ? Optional.of(new Result(null, wrong)) : Optional.empty();
            throw wrong;
        } finally {
            mine.complete(shared);
        }
    }

    private static Object orFailure(Result result) {
        if (result.failure() != null) {
            throw result.failure();
        }
        return result.answer();
    }

    private static Planner.Live watched(Planner.Live live, AtomicBoolean asked) {
        return new Planner.Live(
                table -> {
                    asked.set(true);
                    return live.tables().apply(table);
                },
                part -> {
                    asked.set(true);
                    return live.parts().apply(part);
                },
                table -> {
                    asked.set(true);
                    return live.remains().apply(table);
                });
    }
}
