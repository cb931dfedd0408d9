package io.limbeck.dialect;

import io.limbeck.error.Refusal;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;

/** Literals that mean the same whatever {@code sql_mode} and the connection's character set are. */
final class InnoDbLiterals extends Literals {

    private final String dialect;

    InnoDbLiterals(String dialect) {
        this.dialect = dialect;
    }

    /**
     * A backslash escapes unless {@code NO_BACKSLASH_ESCAPES} is set, so a string that has one is written as bytes
     * (MySQL Reference Manual, "String Literals" and "Hexadecimal Literals"); the client makes one line feed of a line's
     * end in a script.
     */
    @Override
    protected String string(String text) {
        boolean plain = text.indexOf('\\') < 0 && text.indexOf('\0') < 0 && text.indexOf('\r') < 0;
        return plain
                ? super.string(text)
                : "_utf8mb4 X'" + HexFormat.of().formatHex(text.getBytes(StandardCharsets.UTF_8)) + "'";
    }

    @Override
    protected String zonedTimestamp(String text) {
        throw new Refusal(
                "unsupported",
                null,
                dialect + " keeps no time zone with a timestamp",
                "Say the moment as java.time.LocalDateTime, in the zone that the table is kept in.");
    }
}
