package io.limbeck.script;

import io.limbeck.error.Place;
import io.limbeck.sql.RowReader;
import io.limbeck.sql.Statement;
import java.util.List;

/** What a statement is known by: its tokens, so that comments and formatting do not count. */
public final class StatementText {

    private StatementText() {}

    /**
     * The checksum of SQL as it is sent, of the rows of a file, or of a block of code as its script has it.
     *
     * @param place what in the script asked for it
     */
    public static String of(Statement statement, Place place, ScriptFile script) {
        if (statement instanceof Statement.Sql sql) {
            return SqlChecksum.of(sql.text());
        }
        return statement instanceof Statement.Rows rows ? rows(rows) : code(place, script);
    }

    private static String rows(Statement.Rows rows) {
        Checksum checksum = new Checksum();
        checksum.add('i', rows.wording().shown());
        try (RowReader row = rows.source().open()) {
            while (row.next()) {
                checksum.add('r', row.bytes(), row.from(), row.to() - row.from());
            }
        }
        return checksum.value();
    }

    /** From the word at the place to the end of the block behind it. */
    private static String code(Place place, ScriptFile script) {
        List<Token> tokens = script.groovy().map(Outline::tokens).orElse(List.of());
        if (tokens.isEmpty()
                || place.line() < 1
                || place.line() > script.source().lines()) {
            return "code";
        }
        int from = script.source().start(place.line()) + Math.max(place.column() - 1, 0);
        int first = 0;
        while (first < tokens.size() && tokens.get(first).start() < from) {
            first++;
        }
        int last = first;
        int depth = 0;
        boolean opened = false;
        while (last < tokens.size() && !(opened && depth == 0)) {
            depth += Outline.depth(tokens.get(last));
            opened |= tokens.get(last).is("{");
            last++;
        }
        return Checksum.of(tokens.subList(first, last));
    }
}
