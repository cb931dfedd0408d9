package io.limbeck.it.docs;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A Markdown file with its fenced blocks and its tables that come from elsewhere. */
record Page(Path file, List<String> lines) {
    private static final Pattern MARK = Pattern.compile("<!-- (file|output|table): (\\S+?)(?: (.+?))? -->");
    private static final Pattern FENCE = Pattern.compile("```(\\S*)\\s*");
    private static final String TABLE_END = "<!-- end of table -->";

    static Page read(Path file) throws IOException {
        return new Page(file, Files.readAllLines(file));
    }

    /** The blocks, in order. */
    List<Block> blocks() {
        List<Block> blocks = new ArrayList<>();
        for (int i = 0; i < lines.size(); i++) {
            Matcher mark = MARK.matcher(lines.get(i).strip());
            Matcher fence = FENCE.matcher(lines.get(i));
            if (mark.matches() && mark.group(1).equals("table")) {
                int end = find(TABLE_END, i + 1);
                blocks.add(new Block(mark, "table", i + 1, end, lines.subList(i + 1, end)));
                i = end;
            } else if (fence.matches()) {
                int end = find("```", i + 1);
                Matcher above = MARK.matcher(i == 0 ? "" : lines.get(i - 1).strip());
                blocks.add(new Block(
                        above.matches() ? above : null, fence.group(1), i + 1, end, lines.subList(i + 1, end)));
                i = end;
            }
        }
        return blocks;
    }

    private int find(String end, int from) {
        for (int i = from; i < lines.size(); i++) {
            if (lines.get(i).strip().equals(end)) {
                return i;
            }
        }
        throw new AssertionError(file + ":" + from + ": no '" + end + "' follows");
    }

    /** The page with other text in its marked blocks. */
    String with(Function<Block, String> text) {
        List<String> rewritten = new ArrayList<>();
        int next = 0;
        for (Block block : blocks()) {
            rewritten.addAll(lines.subList(next, block.from()));
            rewritten.addAll(block.isMarked() ? text.apply(block).lines().toList() : block.lines());
            next = block.to();
        }
        rewritten.addAll(lines.subList(next, lines.size()));
        return String.join("\n", rewritten) + "\n";
    }

    /**
     * A fenced block or a marked table.
     *
     * @param source {@code file}, {@code output} or {@code table}; empty for a block that shows nothing but itself
     * @param part {@code lines 3-9}, {@code region name} or empty
     * @param from index of its first line in the page
     * @param to index behind its last line
     */
    record Block(String source, String name, String part, String language, int from, int to, List<String> lines) {

        private Block(Matcher mark, String language, int from, int to, List<String> lines) {
            this(
                    mark == null ? "" : mark.group(1),
                    mark == null ? "" : mark.group(2),
                    mark == null || mark.group(3) == null ? "" : mark.group(3),
                    language,
                    from,
                    to,
                    lines);
        }

        boolean isMarked() {
            return !source.isEmpty();
        }

        String text() {
            return lines.isEmpty() ? "" : String.join("\n", lines) + "\n";
        }
    }
}
