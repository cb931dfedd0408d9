package io.limbeck.it.benchmark.parts;

import java.nio.file.Path;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;

/** Runs the parts, each at each size in a process of its own, for some seconds. */
public final class PartTimes {

    /** Names the folder that has one folder of scripts for each size. */
    static final String FOLDER = "limbeck.parts";

    /** So many that the JVM is done with compiling at 10,000 scripts too, where a history takes up to a second at first. */
    private static final int WARMING = 8;

    /** In the order in which a run needs them; the first is the floor of all. */
    private enum Part {
        BYTES("the files' bytes, read"),
        HEADERS("headers, with the bytes"),
        GRAPH("graph and its heads"),
        READER("blocks, from text to operations"),
        REPLAY("schema state, replayed"),
        RENDER("SQL, rendered");

        private final String title;

        Part(String title) {
            this.title = title;
        }
    }

    private record Time(Part part, int size, double micros) {}

    private PartTimes() {}

    /**
     * The times as Markdown.
     *
     * @param folder has a folder of scripts for each size
     */
    public static String markdown(Path folder, List<Integer> sizes) {
        return table(times(folder, sizes));
    }

    private static List<Time> times(Path folder, List<Integer> sizes) {
        try {
            Collection<RunResult> results = new Runner(new OptionsBuilder()
                            .include(PartTimes.class.getPackageName() + "\\.Parts\\.")
                            .param("size", sizes.stream().map(String::valueOf).toArray(String[]::new))
                            .jvmArgsAppend("-D" + FOLDER + "=" + folder)
                            .forks(1)
                            .warmupIterations(WARMING)
                            .warmupTime(TimeValue.seconds(2))
                            .measurementIterations(5)
                            .measurementTime(TimeValue.seconds(1))
                            .shouldFailOnError(true)
                            .build())
                    .run();
            return results.stream()
                    .map(PartTimes::time)
                    .sorted(Comparator.comparing(Time::part).thenComparing(Time::size))
                    .toList();
        } catch (RunnerException failure) {
            throw new IllegalStateException(failure);
        }
    }

    private static Time time(RunResult result) {
        String method = result.getParams().getBenchmark();
        return new Time(
                Part.valueOf(method.substring(method.lastIndexOf('.') + 1).toUpperCase(Locale.ROOT)),
                Integer.parseInt(result.getParams().getParam("size")),
                result.getPrimaryResult().getScore());
    }

    private static String table(List<Time> times) {
        StringBuilder text = new StringBuilder("\n| part, in a warm JVM | scripts | all | one | × bytes | growth |\n");
        text.append("|---|--:|--:|--:|--:|--:|\n");
        Time before = null;
        for (Time time : times) {
            double floor = times.stream()
                    .filter(each -> each.part() == Part.BYTES && each.size() == time.size())
                    .findFirst()
                    .orElseThrow()
                    .micros();
            boolean grown = before != null && before.part() == time.part();
            text.append(String.format(
                    Locale.ROOT,
                    "| %s | %,d | %,.2f ms | %.1f µs | %.2f | %s |%n",
                    time.part().title,
                    time.size(),
                    time.micros() / 1000,
                    time.micros() / time.size(),
                    time.micros() / floor,
                    grown ? String.format(Locale.ROOT, "%.1f", time.micros() / before.micros()) : ""));
            before = time;
        }
        return text.toString();
    }
}
