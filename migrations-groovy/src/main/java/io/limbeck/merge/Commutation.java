package io.limbeck.merge;

import io.limbeck.dsl.Recorded;
import io.limbeck.error.Refusal;
import io.limbeck.schema.Schema;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The law of merging: two operations commute where one after the other and the other after the one are both possible and
 * lead to the same schema state; two branches commute where the whole one and then the whole other do.
 *
 * <p>If each operation commutes with each of the other branch at the states between, the branches commute; so where
 * branches do not, a pair is to blame, and the first such pairs are found by going through all states between.
 */
public final class Commutation {

    private final List<Recorded> one;
    private final List<Recorded> other;

    private Commutation(List<Recorded> one, List<Recorded> other) {
        this.one = one;
        this.other = other;
    }

    /**
     * Lays two branches side by side.
     *
     * @param ancestor the schema state that both begin at
     * @param one what the first branch did, in order
     * @param other what the second branch did, in order
     */
    public static Comparison compare(Schema ancestor, List<Recorded> one, List<Recorded> other) {
        Optional<Schema> oneFirst = all(all(Optional.of(ancestor), one), other);
        Optional<Schema> otherFirst = all(all(Optional.of(ancestor), other), one);
        boolean proven = oneFirst.isPresent() && otherFirst.isPresent() && same(oneFirst.get(), otherFirst.get());
        List<Clash> clashes = new ArrayList<>();
        if (!proven) {
            clashes.addAll(new Commutation(one, other).clashes(ancestor));
        }
        clashes.addAll(Doubts.between(ancestor, one, other));
        return new Comparison(proven ? oneFirst : Optional.empty(), clashes);
    }

    private static Optional<Schema> all(Optional<Schema> before, List<Recorded> operations) {
        Optional<Schema> state = before;
        for (Recorded recorded : operations) {
            state = state.flatMap(schema -> Outcome.of(recorded, schema).state());
        }
        return state;
    }

    private static boolean same(Schema left, Schema right) {
        return left.equals(right) || left.sameAs(right);
    }

    /** Goes through the states between, row by row; what is refused there is a consequence and is passed over. */
    private List<Clash> clashes(Schema ancestor) {
        List<Clash> clashes = new ArrayList<>();
        Schema rowStart = ancestor;
        for (Recorded left : one) {
            Schema state = rowStart;
            for (Recorded right : other) {
                clash(state, left, right).ifPresent(clashes::add);
                state = Outcome.of(right, state).state().orElse(state);
            }
            rowStart = Outcome.of(left, rowStart).state().orElse(rowStart);
        }
        return clashes;
    }

    private static Optional<Clash> clash(Schema state, Recorded left, Recorded right) {
        Outcome leftFirst = Outcome.of(left, state);
        Outcome rightFirst = Outcome.of(right, state);
        if (leftFirst.state().isEmpty() || rightFirst.state().isEmpty()) {
            return Optional.empty();
        }
        Outcome leftRight = Outcome.of(right, leftFirst.state().get());
        Outcome rightLeft = Outcome.of(left, rightFirst.state().get());
        Optional<String> fact = leftRight
                .refusal()
                .or(rightLeft::refusal)
                .map(refusal -> "in one of the two orders " + refusal.fact())
                .or(() -> same(leftRight.state().get(), rightLeft.state().get())
                        ? Optional.empty()
                        : Optional.of(Differences.of(
                                leftRight.state().get(), rightLeft.state().get())));
        return fact.map(text -> new Clash(left, right, true, text));
    }

    /** What an operation makes of a state: another one, or a refusal. */
    record Outcome(Optional<Schema> state, Optional<Refusal> refusal) {

        static Outcome of(Recorded recorded, Schema before) {
            try {
                return new Outcome(
                        Optional.of(recorded.operation().resolved(before).apply(before)), Optional.empty());
            } catch (Refusal refusal) {
                return new Outcome(Optional.empty(), Optional.of(refusal));
            }
        }
    }
}
