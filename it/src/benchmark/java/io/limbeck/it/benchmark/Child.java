package io.limbeck.it.benchmark;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Runs a process and measures it with the shell's {@code time}, which sees start and end too. */
final class Child {

    private static final Pattern TIMES = Pattern.compile("times (\\d+)\\.(\\d+) (\\d+)\\.(\\d+) (\\d+)\\.(\\d+)");
    private static final Pattern PEAK = Pattern.compile("(?m)^peak (\\d+)$");
    private static final String TIMED =
            "TIMEFORMAT='times %3R %3U %3S'; { time \"$@\" 2>&1; } 2>&1; exit ${PIPESTATUS[0]}";

    private final Path folder;

    /**
     * @param folder where the process runs and where what it prints is kept
     */
    Child(Path folder) {
        this.folder = folder;
    }

    /** A Java program in a JVM of its own, with the JVM's own defaults. */
    Cost java(String classPath, String program, List<String> arguments) {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Dderby.stream.error.file=" + folder.resolve("derby.log"),
                "-cp",
                classPath,
                program));
        command.addAll(arguments);
        return run(command);
    }

    /**
     * @throws IllegalStateException when the process fails, with what it printed
     */
    Cost run(List<String> command) {
        List<String> timed = new ArrayList<>(List.of("bash", "-c", TIMED, "bash"));
        timed.addAll(command);
        Path output = folder.resolve("output.txt");
        try {
            int status = new ProcessBuilder(timed)
                    .directory(folder.toFile())
                    .redirectErrorStream(true)
                    .redirectOutput(output.toFile())
                    .start()
                    .waitFor();
            String printed = Files.readString(output);
            Matcher times = TIMES.matcher(printed);
            if (status != 0 || !times.find()) {
                throw new IllegalStateException(String.join(" ", command) + "\n" + printed);
            }
            Matcher peak = PEAK.matcher(printed);
            return new Cost(
                    millis(times, 1),
                    millis(times, 3) + millis(times, 5),
                    peak.find() ? Long.parseLong(peak.group(1)) : 0);
        } catch (IOException failure) {
            throw new IllegalStateException(failure);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(interrupted);
        }
    }

    private static long millis(Matcher times, int group) {
        return Long.parseLong(times.group(group)) * 1000 + Long.parseLong(times.group(group + 1));
    }
}
