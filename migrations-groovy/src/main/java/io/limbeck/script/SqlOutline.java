package io.limbeck.script;

import io.limbeck.error.Place;
import io.limbeck.error.Problem;
import io.limbeck.error.Suggestion;
import io.limbeck.script.SqlScript.Section;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Reads an SQL script line by line: the header's comments, then the section markers. */
final class SqlOutline {

    private static final Pattern MARKER = Pattern.compile("(?i)\\s*--\\s*(upgrade|downgrade)\\s*");
    private static final Pattern ENTRY = Pattern.compile("\\s*--\\s*([A-Za-z][A-Za-z-]*)[ \\t]*:[ \\t]*(.*)");
    private static final List<String> WORDS = Stream.concat(
                    Stream.of("revision", "repeatable"),
                    Stream.of(HeaderOption.values()).map(option -> option.sqlWord))
            .toList();
    private static final String EXAMPLE =
            "A script begins with lines such as:\n-- revision: a1b2c3d4e5f6\n-- down: 9f8e7d6c5b4a\n"
                    + "-- message: create account\n-- upgrade\n"
                    + "or, for one that runs whenever it changed: -- repeatable: active_accounts";

    private final SourceText source;
    private final List<Problem> problems;
    private final List<Integer> entries = new ArrayList<>();
    private Section upgrade;
    private Section downgrade;
    private HeaderDraft draft;

    SqlOutline(SourceText source, List<Problem> problems) {
        this.source = source;
        this.problems = problems;
    }

    SqlScript script() {
        List<Integer> markers = new ArrayList<>();
        for (int line = 1; line <= source.lines(); line++) {
            if (MARKER.matcher(source.line(line)).matches()) {
                markers.add(line);
            }
        }
        int headerEnd = markers.isEmpty() ? source.lines() + 1 : markers.get(0);
        boolean inComment = false;
        for (int line = 1; line < headerEnd; line++) {
            inComment = headerLine(line, inComment);
        }
        header();
        for (int i = 0; i < markers.size(); i++) {
            int end = i + 1 < markers.size()
                    ? source.start(markers.get(i + 1))
                    : source.text().length();
            section(markers.get(i), end);
        }
        if (upgrade == null) {
            problems.add(Problem.at(
                    draft == null ? source.place() : place(entries.get(0)),
                    "missing-upgrade",
                    "the script has no upgrade section",
                    "Put the line -- upgrade before the first statement; the section may be empty, as in a merge."));
        }
        return problems.isEmpty() ? new SqlScript(source, draft.header(), upgrade, downgrade) : null;
    }

    /** Takes in a line above the first section; tells whether it leaves a block comment open. */
    private boolean headerLine(int number, boolean inComment) {
        String line = source.line(number).strip();
        if (inComment) {
            return !line.contains("*/");
        }
        if (line.startsWith("/*")) {
            return line.indexOf("*/", 2) < 0;
        }
        if (line.startsWith("--")) {
            if (ENTRY.matcher(line).matches()) {
                entries.add(number);
            }
        } else if (!line.isEmpty() && problems.isEmpty()) {
            problems.add(Problem.at(
                    place(number),
                    "early-statement",
                    "a statement stands before the first section",
                    "Put the line -- upgrade before it."));
        }
        return false;
    }

    private void header() {
        for (int line : entries) {
            Matcher entry = entry(line);
            String word = entry.group(1).toLowerCase(Locale.ROOT);
            if (!word.equals("revision") && !word.equals("repeatable")) {
                continue;
            }
            if (draft != null) {
                problems.add(Problem.at(
                        place(line),
                        "duplicate-header",
                        "the script has a second header",
                        "One file is one revision: move this one to a file of its own."));
                continue;
            }
            Header.Kind kind = word.equals("revision") ? Header.Kind.REVISION : Header.Kind.REPEATABLE;
            draft = new HeaderDraft(kind, place(line), problems);
            draft.id(new Placed(entry.group(2).strip(), value(line, entry.start(2))));
        }
        if (draft == null) {
            problems.add(Problem.at(source.place(), "missing-header", "the script has no header", EXAMPLE));
        }
        entries.forEach(this::option);
    }

    private void option(int line) {
        Matcher entry = entry(line);
        String word = entry.group(1);
        HeaderOption option = HeaderOption.inSql(word).orElse(null);
        boolean known = WORDS.stream().anyMatch(word::equalsIgnoreCase);
        if (option != null && draft != null) {
            draft.option(option, value(line, entry.start(1)), values(line, entry, option.many));
        } else if (option == null && !known) {
            Suggestion.nearest(word, WORDS)
                    .ifPresent(near -> problems.add(Problem.at(
                            value(line, entry.start(1)),
                            "unknown-option",
                            "'" + word + "' is not a word of the header",
                            "Did you mean '" + near + "'? If this is a comment, leave out its colon.")));
        }
    }

    private List<Placed> values(int line, Matcher entry, boolean many) {
        String text = entry.group(2);
        List<Placed> words = new ArrayList<>();
        int from = 0;
        while (from <= text.length()) {
            int comma = many ? text.indexOf(',', from) : -1;
            int end = comma < 0 ? text.length() : comma;
            String word = text.substring(from, end);
            if (!word.isBlank()) {
                int indent = word.length() - word.stripLeading().length();
                words.add(new Placed(word.strip(), value(line, entry.start(2) + from + indent)));
            }
            from = end + 1;
        }
        return words;
    }

    private void section(int line, int end) {
        Matcher marker = MARKER.matcher(source.line(line));
        boolean up = marker.matches() && marker.group(1).equalsIgnoreCase("upgrade");
        Section section =
                new Section(place(line), source.start(line) + source.line(line).length(), end);
        if ((up ? upgrade : downgrade) != null) {
            problems.add(Problem.at(
                    place(line),
                    "duplicate-block",
                    "the script has a second " + marker.group(1) + " section",
                    "Put both into one."));
        } else if (up) {
            upgrade = section;
        } else {
            downgrade = section;
        }
    }

    private Matcher entry(int line) {
        Matcher entry = ENTRY.matcher(source.line(line));
        if (!entry.matches()) {
            throw new IllegalStateException("line " + line + " is no entry");
        }
        return entry;
    }

    private Place place(int line) {
        String text = source.line(line);
        return source.place(
                source.start(line) + text.length() - text.stripLeading().length());
    }

    private Place value(int line, int column) {
        return source.place(source.start(line) + column);
    }
}
