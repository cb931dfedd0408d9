package io.limbeck.it.docs;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A part of a file, without the indentation that all its lines share. */
final class Excerpt {
    private static final Pattern LINES = Pattern.compile("lines (\\d+)-(\\d+)");
    private static final Pattern REGION = Pattern.compile("region (\\S+)");

    private Excerpt() {}

    /**
     * @param part {@code lines 3-9}, {@code region name} (what stands between {@code // region name} and {@code //
     *     endregion}), or empty for the whole file
     */
    static String of(Path file, String part) throws IOException {
        List<String> lines = Files.readAllLines(file);
        Matcher numbers = LINES.matcher(part);
        Matcher region = REGION.matcher(part);
        if (part.isEmpty()) {
            return text(lines);
        } else if (numbers.matches()) {
            return text(lines.subList(Integer.parseInt(numbers.group(1)) - 1, Integer.parseInt(numbers.group(2))));
        } else if (region.matches()) {
            return region(file, lines, region.group(1));
        }
        throw new AssertionError("'" + part + "' is neither 'lines 3-9' nor 'region name'");
    }

    private static String region(Path file, List<String> lines, String name) {
        List<String> stripped = lines.stream().map(String::strip).toList();
        int start = stripped.indexOf("// region " + name);
        if (start < 0) {
            throw new AssertionError(file + " has no '// region " + name + "'");
        }
        int length = stripped.subList(start, stripped.size()).indexOf("// endregion");
        return text(lines.subList(start + 1, start + length));
    }

    private static String text(List<String> lines) {
        int indentation = lines.stream()
                .filter(line -> !line.isBlank())
                .mapToInt(line -> line.length() - line.stripLeading().length())
                .min()
                .orElse(0);
        StringBuilder text = new StringBuilder();
        lines.forEach(line ->
                text.append(line.isBlank() ? "" : line.substring(indentation)).append('\n'));
        return text.toString().strip().isEmpty() ? "" : text.toString();
    }
}
