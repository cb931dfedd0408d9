package io.limbeck.dialect;

import io.limbeck.error.Refusal;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Db2's literals. */
final class Db2Literals extends Literals {

    /** A string constant has 32672 bytes at most (Db2 11.5, "Constants"); a character has four at most. */
    private static final int LONGEST = 8000;

    private static final Pattern PIECE = Pattern.compile("[^\\r\\n]{1," + LONGEST + "}|\\r|\\n");

    private final boolean binary;

    /**
     * @param binary whether there are types for truth values and bytes, and so constants of them
     */
    Db2Literals(boolean binary) {
        this.binary = binary;
    }

    /**
     * The command line makes a blank of a line's end within a string, so it is written as a number (Db2 11.5, "Command
     * line processor options", -n).
     */
    @Override
    protected String string(String text) {
        if (text.indexOf('\0') >= 0) {
            throw new Refusal("wrong-value", null, "no statement of db2 can hold a NUL character", "Leave it out.");
        }
        List<String> pieces = new ArrayList<>();
        Matcher piece = PIECE.matcher(text);
        while (piece.find()) {
            pieces.add(
                    switch (piece.group()) {
                        case "\n" -> "CHR(10)";
                        case "\r" -> "CHR(13)";
                        default -> super.string(piece.group());
                    });
        }
        if (pieces.size() < 2 && !text.matches("[\\r\\n]+")) {
            return super.string(text);
        }
        return (text.length() > LONGEST ? "CLOB('') || " : "") + String.join(" || ", pieces);
    }

    @Override
    protected String bool(boolean truth) {
        return binary ? super.bool(truth) : truth ? "1" : "0";
    }

    @Override
    protected String time(String text) {
        if (text.contains(".")) {
            throw new Refusal(
                    "wrong-value",
                    null,
                    "db2 keeps no fractions of a second in a time",
                    "Round it, or use a timestamp.");
        }
        return super.time(text);
    }

    @Override
    protected String zonedTimestamp(String text) {
        throw new Refusal(
                "unsupported", null, "db2 keeps no time zone with a timestamp", "Use a timestamp without one, in UTC.");
    }

    @Override
    protected String bytes(String hex) {
        return (binary ? "BX'" : "X'") + hex + "'";
    }
}
