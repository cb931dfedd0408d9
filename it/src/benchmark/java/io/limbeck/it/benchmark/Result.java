package io.limbeck.it.benchmark;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.ToDoubleBiFunction;
import java.util.function.ToLongFunction;

/**
 * One measure at one size: what each contender cost in each round.
 *
 * @param size how many migrations
 */
record Result(Measure measure, Store store, int size, Map<Contender, List<Cost>> costs) {

    static Result of(Measure measure, Store store, int size) {
        return new Result(measure, store, size, new EnumMap<>(Contender.class));
    }

    void add(Contender contender, Cost cost) {
        costs.computeIfAbsent(contender, any -> new ArrayList<>()).add(cost);
    }

    /** Who the others are compared with. */
    Optional<Contender> floor() {
        return costs.keySet().stream()
                .filter(each -> each == Contender.RAW || each == Contender.ROWS)
                .findFirst();
    }

    double median(Contender contender, ToLongFunction<Cost> part) {
        return median(costs.get(contender).stream().mapToDouble(cost -> part.applyAsLong(cost)).toArray());
    }

    double least(Contender contender, ToLongFunction<Cost> part) {
        return costs.get(contender).stream().mapToLong(part).min().orElse(0);
    }

    /** The median of the ratios to the floor's run in the same round, so that a busy minute counts for both. */
    double ratio(Contender contender, Contender floor, ToLongFunction<Cost> part) {
        ToDoubleBiFunction<Cost, Cost> ratio = (one, other) -> (double) part.applyAsLong(one) / part.applyAsLong(other);
        List<Cost> own = costs.get(contender);
        List<Cost> others = costs.get(floor);
        double[] ratios = new double[Math.min(own.size(), others.size())];
        for (int i = 0; i < ratios.length; i++) {
            ratios[i] = ratio.applyAsDouble(own.get(i), others.get(i));
        }
        return median(ratios);
    }

    private static double median(double[] values) {
        double[] sorted = values.clone();
        java.util.Arrays.sort(sorted);
        int middle = sorted.length / 2;
        return sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
    }
}
