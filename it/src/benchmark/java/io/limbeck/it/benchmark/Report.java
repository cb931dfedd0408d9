package io.limbeck.it.benchmark;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.ToLongFunction;

/** The results as Markdown: a table of ratios, and one of how they grow. */
record Report(Options options, List<Result> results) {

    String markdown() {
        StringBuilder text = new StringBuilder();
        text.append(String.format(
                Locale.ROOT,
                "Java %s, %s %s, %d processors; medians of %d rounds.%n%n",
                System.getProperty("java.version"),
                System.getProperty("os.name"),
                System.getProperty("os.arch"),
                Runtime.getRuntime().availableProcessors(),
                options.rounds()));
        text.append(
                "| measure | database | migrations | | wall | CPU | × wall | × CPU | × least CPU | peak memory |\n");
        text.append("|---|---|--:|---|--:|--:|--:|--:|--:|--:|\n");
        for (Result result : results) {
            for (Contender contender : result.costs().keySet()) {
                text.append(row(result, contender));
            }
        }
        text.append(growth());
        return text.toString();
    }

    private static String row(Result result, Contender contender) {
        Optional<Contender> floor = result.floor();
        return String.format(
                Locale.ROOT,
                "| %s | %s | %,d | %s | %.2f s | %.2f s | %s | %s | %s | %.0f MB |%n",
                result.measure().title(),
                result.store().title(),
                result.size(),
                contender.title(),
                result.median(contender, Cost::wall) / 1000,
                result.median(contender, Cost::cpu) / 1000,
                floor.map(other -> times(result.ratio(contender, other, Cost::wall)))
                        .orElse(""),
                floor.map(other -> times(result.ratio(contender, other, Cost::cpu)))
                        .orElse(""),
                floor.map(other -> times(result.least(contender, Cost::cpu) / result.least(other, Cost::cpu)))
                        .orElse(""),
                result.median(contender, Cost::peak) / 1024);
    }

    /** From each size to the next that was measured. */
    private String growth() {
        StringBuilder text = new StringBuilder();
        for (Result one : results) {
            for (Result other : results) {
                boolean next =
                        options.sizes().indexOf(other.size()) == options.sizes().indexOf(one.size()) + 1;
                if (one.measure() == other.measure() && one.store() == other.store() && next) {
                    one.costs().keySet().forEach(contender -> text.append(growth(one, other, contender)));
                }
            }
        }
        return text.length() == 0
                ? ""
                : "\n| measure | database | from | to | | × wall | × CPU |\n|---|---|--:|--:|---|--:|--:|\n" + text;
    }

    private static String growth(Result one, Result other, Contender contender) {
        ToLongFunction<Cost> wall = Cost::wall;
        ToLongFunction<Cost> cpu = Cost::cpu;
        return String.format(
                Locale.ROOT,
                "| %s | %s | %,d | %,d | %s | %s | %s |%n",
                one.measure().title(),
                one.store().title(),
                one.size(),
                other.size(),
                contender.title(),
                times(other.median(contender, wall) / one.median(contender, wall)),
                times(other.median(contender, cpu) / one.median(contender, cpu)));
    }

    private static String times(double ratio) {
        return String.format(Locale.ROOT, "%.2f", ratio);
    }
}
