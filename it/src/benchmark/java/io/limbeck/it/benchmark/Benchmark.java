package io.limbeck.it.benchmark;

import io.limbeck.it.benchmark.Store.Place;
import io.limbeck.it.benchmark.parts.PartTimes;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * Measures whole processes, each with a cold JVM, beside their floor and beside others, and writes the results as
 * Markdown.
 *
 * <p>Arguments: {@code measures=first,nothing sizes=100,1000 databases=postgresql,derby parts=10,10000 contenders=raw,limbeck rounds=5};
 * what is left out is all.
 */
public final class Benchmark {

    private final Options options;
    private final Path home;
    private final List<Result> results = new ArrayList<>();

    private Benchmark(Options options, Path home) {
        this.options = options;
        this.home = home;
    }

    public static void main(String[] arguments) throws IOException {
        Options options = Options.of(arguments);
        Path home = Files.createTempDirectory("limbeck-benchmark");
        try {
            Benchmark benchmark = new Benchmark(options, home);
            String parts = benchmark.parts();
            benchmark.run();
            String report = new Report(options, benchmark.results).markdown() + parts;
            Path target = Files.createDirectories(Path.of("target"));
            Files.writeString(target.resolve("benchmark.md"), report);
            System.out.println(report);
        } finally {
            Folders.delete(home);
        }
    }

    private String parts() throws IOException {
        if (!options.measures().contains(Measure.PARTS)) {
            return "";
        }
        Path folder = Files.createTempDirectory(home, "parts");
        for (int size : options.parts()) {
            Scripts.writeForLimbeck(folder.resolve(String.valueOf(size)), size);
        }
        return PartTimes.markdown(folder, options.parts());
    }

    private void run() throws IOException {
        for (int size : options.sizes()) {
            for (Measure measure : options.measures()) {
                if (measure == Measure.PARTS) {
                    continue;
                }
                if (measure == Measure.MAVEN) {
                    results.add(new MavenBuilds(options, home).result(size));
                    continue;
                }
                for (Store store : options.stores()) {
                    boolean possible = measure.behindAll() ? store.stays() : store != Store.DERBY_ON_DISK;
                    if (possible) {
                        results.add(measured(measure, store, size));
                    }
                }
            }
        }
    }

    private Result measured(Measure measure, Store store, int size) throws IOException {
        Result result = Result.of(measure, store, size);
        List<Contender> contenders = measure.contenders().stream()
                .filter(options.contenders()::contains)
                .toList();
        Path folder = Files.createTempDirectory(home, measure.word());
        Scripts scripts = Scripts.write(folder.resolve("scripts"), size, measure.tenth(), store);
        System.err.println(measure.title() + ", " + size + " on " + store.title());
        if (measure.behindAll()) {
            behindAll(result, contenders, scripts);
        } else {
            fromNothing(result, contenders, scripts);
        }
        Folders.delete(folder);
        return result;
    }

    private void fromNothing(Result result, List<Contender> contenders, Scripts scripts) throws IOException {
        Child child = new Child(home);
        Path compiled = scripts.of(Contender.LIMBECK).resolve("target");
        if (result.measure() == Measure.LATER) {
            try (Place place = result.store().fresh(home)) {
                run(child, Contender.LIMBECK, result.store(), place, scripts);
            }
        }
        for (int round = 0; round < options.rounds(); round++) {
            for (Contender contender : contenders) {
                if (result.measure() != Measure.LATER) {
                    Folders.delete(compiled);
                }
                try (Place place = result.store().fresh(home)) {
                    result.add(contender, run(child, contender, result.store(), place, scripts));
                }
            }
            told(result);
        }
    }

    /** A contender finds in its own database what it has done there; the floor looks into Limbeck's. */
    private void behindAll(Result result, List<Contender> contenders, Scripts scripts) {
        Child child = new Child(home);
        Map<Contender, Place> places = new EnumMap<>(Contender.class);
        try {
            for (Contender contender : contenders) {
                if (contender != Contender.ROWS) {
                    Place place = result.store().fresh(home);
                    places.put(contender, place);
                    run(child, contender, result.store(), place, scripts);
                }
            }
            for (int round = 0; round < options.rounds(); round++) {
                if (result.measure() == Measure.PENDING) {
                    scripts.append(result.size() + 1 + round);
                }
                for (Contender contender : contenders) {
                    Place place = places.get(contender == Contender.ROWS ? Contender.LIMBECK : contender);
                    result.add(contender, run(child, contender, result.store(), place, scripts));
                }
                told(result);
            }
        } finally {
            places.values().forEach(Place::close);
        }
    }

    private static Cost run(Child child, Contender contender, Store store, Place place, Scripts scripts) {
        return child.java(
                contender.classPath(store),
                contender.program(),
                List.of(
                        place.url(),
                        place.username(),
                        place.password(),
                        scripts.of(contender).toString()));
    }

    private static void told(Result result) {
        StringBuilder line = new StringBuilder();
        result.costs().forEach((contender, costs) -> {
            Cost last = costs.get(costs.size() - 1);
            line.append(String.format("  %s %d/%d", contender.title(), last.wall(), last.cpu()));
        });
        System.err.println(line);
    }
}
