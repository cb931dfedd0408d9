package io.limbeck.maven;

import java.util.ArrayList;
import java.util.List;

/** Words in columns. */
final class Texts {

    private static final String GAP = "  ";
    private static final String MORE = "...";

    private Texts() {}

    /** At most so many characters, on one line. */
    static String cut(String text, int width) {
        String line = text.strip().replaceAll("\\s+", " ");
        return line.length() <= width
                ? line
                : line.substring(0, Math.max(0, width - MORE.length())).stripTrailing() + MORE;
    }

    static String padded(String text, int width) {
        return text + " ".repeat(Math.max(0, width - text.length()));
    }

    /** Shape: {@code 1 revision}, {@code 3 revisions}. */
    static String count(int number, String noun) {
        return number + " " + noun + (number == 1 ? "" : "s");
    }

    /**
     * Rows with aligned columns, a heading first.
     *
     * @param elastic the column that gives way where a line would get too long
     */
    static List<String> table(List<String> heading, List<List<String>> rows, int elastic) {
        List<List<String>> all = new ArrayList<>();
        all.add(heading);
        all.addAll(rows);
        int[] widths = new int[heading.size()];
        for (List<String> row : all) {
            for (int i = 0; i < widths.length; i++) {
                widths[i] = Math.max(widths[i], row.get(i).length());
            }
        }
        int total = GAP.length() * (widths.length - 1);
        for (int width : widths) {
            total += width;
        }
        int least = heading.get(elastic).length() + MORE.length();
        widths[elastic] =
                Math.max(Math.min(widths[elastic], least), widths[elastic] - Math.max(0, total - Output.WIDTH));
        return all.stream().map(row -> line(row, widths)).toList();
    }

    private static String line(List<String> row, int[] widths) {
        StringBuilder line = new StringBuilder();
        for (int i = 0; i < widths.length; i++) {
            line.append(i == 0 ? "" : GAP).append(padded(cut(row.get(i), widths[i]), widths[i]));
        }
        return line.toString().stripTrailing();
    }
}
