package io.limbeck.it.benchmark;

import io.limbeck.plan.History;
import io.limbeck.revision.Movements;
import io.limbeck.revision.Revision;
import io.limbeck.script.ScriptFolders;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;

/**
 * Reads the headers of thousands of scripts, builds the graph and answers {@code heads} and {@code -1}; tells the CPU
 * time that a fresh process takes for it, without that of its own start. Arguments: sizes, by default 2500 5000 10000.
 * A size runs in a process of its own.
 */
public final class ReadingHistories {

    private ReadingHistories() {}

    public static void main(String[] arguments) throws Exception {
        if (arguments.length == 2 && arguments[0].equals("--read")) {
            read(arguments[1]);
            return;
        }
        List<String> sizes = arguments.length == 0 ? List.of("2500", "5000", "10000") : List.of(arguments);
        for (String size : sizes) {
            Path folder = Files.createTempDirectory("limbeck-history");
            try {
                write(folder, Integer.parseInt(size));
                for (int run = 0; run < 3; run++) {
                    fork(folder);
                }
            } finally {
                delete(folder);
            }
        }
    }

    private static void fork(Path folder) throws IOException, InterruptedException {
        new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:TieredStopAtLevel=" + System.getProperty("level", "4"),
                        "-cp",
                        System.getProperty("java.class.path"),
                        ReadingHistories.class.getName(),
                        "--read",
                        folder.toString())
                .inheritIO()
                .start()
                .waitFor();
    }

    private static void read(String folder) {
        long start = cpu();
        try (ScriptFolders folders = new ScriptFolders(ReadingHistories.class.getClassLoader())) {
            var scripts = folders.scripts(List.of(folder));
            long headers = cpu();
            History history = new History(scripts);
            List<Revision> heads = history.graph().heads();
            long graph = cpu();
            List<String> applied = new ArrayList<>(scripts.size());
            for (Revision revision : history.graph().revisions()) {
                applied.add(revision.id());
            }
            var last = new Movements(history.graph()).downgrade(applied, "-1");
            long end = cpu();
            System.out.printf(
                    "%6d revisions, %d heads, -1 is %s: headers %d ms, graph and heads %d ms, -1 %d ms, all %d ms of CPU%n",
                    scripts.size(),
                    heads.size(),
                    last.steps().get(0).id(),
                    millis(headers - start),
                    millis(graph - headers),
                    millis(end - graph),
                    millis(end - start));
        }
    }

    private static long cpu() {
        return ((com.sun.management.OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean())
                .getProcessCpuTime();
    }

    private static long millis(long nanos) {
        return nanos / 1_000_000;
    }

    /** A history with a branch and a merge now and then. */
    private static void write(Path folder, int size) throws IOException {
        Random random = new Random(size);
        String before = null;
        String branch = null;
        for (int i = 0; i < size; i++) {
            String id = String.format("%012x", random.nextLong() & 0xffffffffffffL);
            String down = before == null
                    ? ""
                    : branch != null && i % 20 == 19
                            ? ", down: ['" + before + "', '" + branch + "']"
                            : ", down: '" + (i % 20 == 18 && branch != null ? branch : before) + "'";
            Files.writeString(
                    folder.resolve(id + "_table_" + i + ".groovy"),
                    "revision '" + id + "'" + down + ", message: 'create table " + i + "'\n\n" + body(i));
            if (i % 20 == 18) {
                branch = id;
            } else {
                branch = i % 20 == 10 ? id : i % 20 == 19 ? null : branch;
                before = id;
            }
        }
    }

    private static String body(int number) {
        return """
                upgrade {
                    createTable('table_%d') {
                        column 'id', bigint, identity: true, primaryKey: true
                        column 'email', varchar(255), nullable: false
                        column 'balance', decimal(12, 2), nullable: false, default: 0
                        column 'created_at', timestamp, nullable: false, default: currentTimestamp
                        unique 'email', name: 'uq_table_%d_email'
                        check 'balance >= 0', name: 'ck_table_%d_balance'
                        index 'created_at'
                    }
                }
                """.formatted(number, number, number);
    }

    private static void delete(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }
}
