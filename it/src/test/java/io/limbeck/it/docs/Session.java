package io.limbeck.it.docs;

import io.limbeck.it.builds.Build;
import java.io.File;
import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What the calls of Maven in a project of {@code src/it} printed and wrote, as the documentation shows it: without
 * Maven's own frame, and with fixed times, durations, checksums and made-up identifiers.
 */
public final class Session {
    private static final Pattern MADE_UP = Pattern.compile("Wrote src/main/db/migrations/([0-9a-f]{12})_");
    private static final Pattern SLOW = Pattern.compile("\\[INFO\\]     .*  \\S+ m?s");
    private static final List<String> IDENTIFIERS = List.of("d27c0a94be15", "8c1f0a52e7d3", "4be96d03c1fa");

    private final Path folder;
    private final List<String> logs;
    private final Map<String, String> identifiers = new TreeMap<>();
    private final Properties calls;

    /** @param folder the project's, after its build */
    public Session(File folder) throws IOException {
        this.folder = folder.toPath();
        Build build = new Build(folder);
        logs = build.logs();
        calls = properties("invoker.properties");
        Matcher madeUp = MADE_UP.matcher(build.log());
        while (madeUp.find()) {
            identifiers.computeIfAbsent(madeUp.group(1), any -> IDENTIFIERS.get(identifiers.size()));
        }
    }

    /**
     * Compares what a call of Maven printed with the kept output, or keeps it.
     *
     * @param output the output's name
     * @param number of the call, as in {@code invoker.properties}
     */
    public Session call(String output, int number) throws IOException {
        keep(output, "$ mvn " + command(number) + "\n" + shown(logs.get(number - 1)));
        return this;
    }

    /** The same with a file that a call wrote. */
    public Session file(String output, String file) throws IOException {
        keep(output, Files.readString(folder.resolve(file)));
        return this;
    }

    /** Builds on other Mavens, whose log looks otherwise, are not shown. */
    private void keep(String output, String text) throws IOException {
        if (!folder.getParent().endsWith("target/it")) {
            return;
        }
        Path kept = folder.resolve("../../..").resolve(Output.file(output)).normalize();
        Output.check(kept, stable(text));
    }

    private String command(int number) throws IOException {
        StringBuilder command = new StringBuilder(calls.getProperty("invoker.goals." + number));
        String file = calls.getProperty("invoker.userPropertiesFile." + number);
        if (file != null) {
            properties(file).forEach((name, value) -> command.append(" -D" + name + "=\"" + value + "\""));
        }
        return command.toString();
    }

    private Properties properties(String file) throws IOException {
        Properties properties = new Properties();
        try (Reader reader = Files.newBufferedReader(folder.resolve(file))) {
            properties.load(reader);
        }
        return properties;
    }

    /** What the plugin's goals printed, without Maven's own frame and without the statements that were slow today. */
    private static String shown(String log) {
        List<String> lines = new ArrayList<>();
        boolean inside = false;
        for (String line : log.lines().toList()) {
            if (line.startsWith("[INFO] ---")) {
                inside = line.contains("db-maven-plugin:");
            } else if (inside && !SLOW.matcher(line).matches()) {
                lines.add(line.stripTrailing());
            }
        }
        while (!lines.isEmpty() && lines.get(lines.size() - 1).equals("[INFO]")) {
            lines.remove(lines.size() - 1);
        }
        return String.join("\n", lines) + "\n";
    }

    private String stable(String text) {
        String stable = text.replaceAll("\\d{4}-\\d\\d-\\d\\d \\d\\d:\\d\\d", "2026-11-20 09:30")
                .replaceAll("\\b\\d+(\\.\\d+)? m?s\\b", "12 ms")
                .replaceAll("'1:[0-9a-f]{64}~[0-9a-f]{8}'", "'1:5d0c…'");
        for (Map.Entry<String, String> identifier : identifiers.entrySet()) {
            stable = stable.replace(identifier.getKey(), identifier.getValue());
        }
        return stable;
    }
}
