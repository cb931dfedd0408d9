package io.limbeck.it.benchmark;

import com.sun.management.OperatingSystemMXBean;
import io.limbeck.Limbeck;
import io.limbeck.it.Databases;
import io.limbeck.it.Project;
import io.limbeck.it.TestDatabase;
import io.limbeck.revision.Direction;
import java.io.IOException;
import java.io.StringWriter;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What a history costs that has grown from 1,000 to 10,000 revisions: CPU time of the process, each measure done twice so
 * that the second is warm, with the growth. Arguments: sizes, by default 1000 10000.
 */
public final class GrowingHistories {

    private static final Map<String, List<Long>> RESULTS = new LinkedHashMap<>();

    private GrowingHistories() {}

    /** A measure's work. */
    @FunctionalInterface
    private interface Work {
        void run() throws Exception;
    }

    public static void main(String[] arguments) throws Exception {
        List<String> sizes = arguments.length == 0 ? List.of("1000", "10000") : List.of(arguments);
        for (String size : sizes) {
            measure(Integer.parseInt(size));
        }
        RESULTS.forEach((name, times) -> System.out.printf(
                "%-34s %s%s%n",
                name,
                times.stream().map(time -> String.format("%8d ms", time)).reduce("", String::concat),
                times.size() < 2
                        ? ""
                        : String.format(
                                "  growth %.1f", times.get(times.size() - 1) / (double) Math.max(1, times.get(0)))));
    }

    private static void measure(int size) throws Exception {
        Path folder = Files.createTempDirectory("limbeck-growing");
        try (TestDatabase database = Databases.H2.fresh();
                TestDatabase real = Databases.H2.fresh()) {
            Project project = new Project(folder, database);
            Files.createDirectories(project.migrations());
            for (int i = 1; i <= size; i++) {
                write(project.migrations(), i, create(i));
            }
            Limbeck limbeck = project.limbeck();
            timed(
                    "db:validate, no database",
                    () -> Limbeck.configure()
                            .directory(folder)
                            .dialect("h2")
                            .load()
                            .validate());
            timed(
                    "db:sql base:heads",
                    () -> Limbeck.configure()
                            .directory(folder)
                            .dialect("h2")
                            .load()
                            .sql(Direction.UPGRADE, "base:heads", new StringWriter()));
            timed(
                    "db:sql heads:base",
                    () -> Limbeck.configure()
                            .directory(folder)
                            .dialect("h2")
                            .load()
                            .sql(Direction.DOWNGRADE, "heads:base", new StringWriter()));
            once("stamp heads", () -> limbeck.stamp("heads"));
            timed("nothing to do", () -> limbeck.upgrade("heads"));
            timed("status", limbeck::status);
            timed("current", limbeck::current);
            timed("history", () -> limbeck.history(""));
            timed("show", () -> limbeck.show("heads"));
            write(project.migrations(), size + 1, "    addColumn '" + table(size) + "', 'more', integer");
            timed("plan of one pending", () -> limbeck.plan("heads"));
            timed("plan of a downgrade to base", () -> limbeck.plan(Direction.DOWNGRADE, "base"));
            Project fresh = new Project(folder, real);
            once("upgrade", () -> fresh.limbeck().upgrade("heads"));
            once("downgrade to base", () -> fresh.limbeck().downgrade("base"));
        } finally {
            delete(folder);
        }
    }

    private static void timed(String name, Work work) throws Exception {
        work.run();
        once(name, work);
    }

    private static void once(String name, Work work) throws Exception {
        long before = cpu();
        work.run();
        long took = (cpu() - before) / 1_000_000;
        System.err.println(name + " " + took + " ms");
        RESULTS.computeIfAbsent(name, any -> new ArrayList<>()).add(took);
    }

    private static long cpu() {
        return ((OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean()).getProcessCpuTime();
    }

    private static String id(int number) {
        return String.format("%012x", number * 0x9e3779b97f4aL & 0xffffffffffffL);
    }

    private static String table(int number) {
        return "t_" + number;
    }

    private static void write(Path folder, int number, String body) throws IOException {
        Files.writeString(
                folder.resolve(id(number) + ".groovy"),
                "revision '" + id(number) + "'" + (number == 1 ? "" : ", down: '" + id(number - 1) + "'")
                        + ", message: 'table " + number + "'\n\nupgrade {\n" + body + "\n}\n");
    }

    private static String create(int number) {
        return """
                    createTable('TABLE') {
                        column 'id', bigint, primaryKey: true
                        column 'email', varchar(255), nullable: false
                        column 'balance', decimal(12, 2), nullable: false, default: 0
                        column 'created_at', timestamp, nullable: false, default: currentTimestamp
                    }
                    createIndex 'TABLE', 'email'
                    addColumn 'TABLE', 'note', varchar(100)
                    insert 'TABLE', [id: 1, email: 'first@example.com', balance: 2.5]
                """.replace("TABLE", table(number)).stripTrailing();
    }

    private static void delete(Path folder) throws IOException {
        try (var files = Files.walk(folder)) {
            for (Path file : files.sorted(java.util.Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }
}
