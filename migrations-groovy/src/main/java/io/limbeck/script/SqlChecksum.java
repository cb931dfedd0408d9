package io.limbeck.script;

import io.limbeck.error.Place;
import io.limbeck.script.SqlScript.Section;
import io.limbeck.sql.ScriptRules;
import io.limbeck.sql.ScriptRules.Trait;
import io.limbeck.sql.SqlScanner;
import io.limbeck.sql.SqlScanner.Kind;
import io.limbeck.sql.SqlScanner.Piece;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** Adds an SQL script's header and tokens to a {@link Checksum}; what counts is told at {@link SqlScript#checksum}. */
final class SqlChecksum {

    private static final ScriptRules RULES =
            ScriptRules.standard().with(Trait.BACKTICKS, Trait.TAGGED_DOLLAR_QUOTES, Trait.EXECUTABLE_COMMENTS);
    /** Words and symbols that mean something else at the beginning of a line. */
    private static final Set<String> LINE_WORDS = Set.of("go", "/", "delimiter");

    private record Item(char kind, String text) {}

    private SqlChecksum() {}

    static String of(SqlScript script) {
        Checksum checksum = new Checksum();
        Header header = script.header();
        checksum.add('h', header.kind().word());
        checksum.add('h', header.id().text());
        header.message().ifPresent(message -> checksum.add('m', message));
        Placed.texts(header.down()).forEach(word -> checksum.add('d', word));
        Placed.texts(header.labels()).forEach(word -> checksum.add('l', word));
        Placed.texts(header.dependsOn()).forEach(word -> checksum.add('o', word));
        section(checksum, script.source().text(), "upgrade", script.upgrade());
        script.downgrade()
                .ifPresent(section -> section(checksum, script.source().text(), "downgrade", section));
        return checksum.value();
    }

    /** The checksum of one statement. */
    static String of(String statement) {
        Checksum checksum = new Checksum();
        tokens(checksum, statement, new Section(Place.file(""), 0, statement.length()));
        return checksum.value();
    }

    private static void section(Checksum checksum, String text, String name, Section section) {
        checksum.add('S', name);
        tokens(checksum, text, section);
    }

    private static void tokens(Checksum checksum, String text, Section section) {
        List<Item> items = items(text, section);
        if (items == null) {
            text.substring(section.from(), section.to())
                    .lines()
                    .map(String::stripTrailing)
                    .filter(line -> !line.isBlank())
                    .forEach(line -> checksum.add('v', line));
        } else {
            items.forEach(item -> checksum.add(item.kind, item.text));
        }
    }

    /** The tokens, or null where the text cannot be read for sure. */
    private static List<Item> items(String text, Section section) {
        List<Item> items = new ArrayList<>();
        SqlScanner scanner = new SqlScanner(text, section.to(), RULES);
        boolean lineBegins = true;
        Kind previous = Kind.SPACE;
        for (int at = section.from(); at < section.to(); ) {
            Piece piece = scanner.at(at);
            String raw = text.substring(at, piece.end());
            if (!piece.closed() || piece.kind() != Kind.LINE_COMMENT && escapes(raw)) {
                return null;
            }
            boolean directive = lineBegins && raw.matches("--[ \\t]*limbeck:.*|(?i)--#set .*");
            boolean comment = piece.kind() == Kind.LINE_COMMENT && !directive
                    || piece.kind() == Kind.BLOCK_COMMENT && !scanner.executable(at) && !raw.startsWith("/*+");
            if (piece.kind() != Kind.SPACE && !comment) {
                boolean glued = piece.kind() == Kind.QUOTED && previous == Kind.WORD;
                boolean lineWord = lineBegins && LINE_WORDS.contains(raw.toLowerCase(Locale.ROOT));
                char kind = glued
                        ? 'Q'
                        : lineWord ? 'L' : (char) ('a' + piece.kind().ordinal());
                items.add(new Item(kind, raw.replace("\r\n", "\n")));
            }
            lineBegins = piece.kind() == Kind.SPACE && (lineBegins || raw.indexOf('\n') >= 0 || raw.indexOf('\r') >= 0);
            previous = piece.kind();
            at = piece.end();
        }
        return items;
    }

    private static boolean escapes(String raw) {
        return raw.contains("\\'") || raw.contains("\\\"");
    }
}
