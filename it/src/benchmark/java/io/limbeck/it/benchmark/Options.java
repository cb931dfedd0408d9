package io.limbeck.it.benchmark;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * What to measure.
 *
 * @param parts the sizes at which the parts are measured
 * @param rounds how often everybody runs, one after the other
 */
record Options(
        List<Measure> measures,
        List<Store> stores,
        List<Integer> sizes,
        List<Integer> parts,
        List<Contender> contenders,
        int rounds) {

    private static final Map<String, String> DEFAULTS = Map.of(
            "measures", "first,loops,groovy,later,nothing,pending,maven,parts",
            "databases", "postgresql,derby,derby_on_disk",
            "sizes", "10,100,1000",
            "parts", "10,100,1000,10000",
            "contenders", "raw,rows,limbeck,mybatis,flyway,liquibase",
            "rounds", "5");

    /** Reads {@code name=value}, several values with commas between. */
    static Options of(String[] arguments) {
        Map<String, String> given = new HashMap<>(DEFAULTS);
        for (String argument : arguments) {
            String[] parts = argument.split("=", 2);
            if (parts.length < 2 || !DEFAULTS.containsKey(parts[0])) {
                throw new IllegalArgumentException("'" + argument + "' is none of " + DEFAULTS);
            }
            given.put(parts[0], parts[1]);
        }
        return new Options(
                words(given.get("measures")).stream().map(Options::measure).toList(),
                words(given.get("databases")).stream()
                        .map(word -> Store.valueOf(upper(word)))
                        .toList(),
                numbers(given.get("sizes")),
                numbers(given.get("parts")),
                words(given.get("contenders")).stream()
                        .map(word -> Contender.valueOf(upper(word)))
                        .toList(),
                Integer.parseInt(given.get("rounds")));
    }

    private static Measure measure(String word) {
        return Arrays.stream(Measure.values())
                .filter(measure -> measure.word().equals(word))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("there is no measure '" + word + "'"));
    }

    private static List<Integer> numbers(String list) {
        return words(list).stream().map(Integer::valueOf).toList();
    }

    private static List<String> words(String list) {
        return List.of(list.split(","));
    }

    private static String upper(String word) {
        return word.toUpperCase(Locale.ROOT);
    }
}
