package io.limbeck.type;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** The scalar types that every dialect has an answer for, by the word that scripts use. */
public enum Kind {
    BOOL("bool", 0),
    SMALLINT("smallint", 0),
    INTEGER("integer", 0),
    BIGINT("bigint", 0),
    DECIMAL("decimal", 2),
    NUMERIC("numeric", 2),
    REAL("real", 0),
    DOUBLE_PRECISION("doublePrecision", 0),
    CHARS("chars", 1),
    VARCHAR("varchar", 1),
    NVARCHAR("nvarchar", 1),
    TEXT("text", 0),
    BINARY("binary", 1),
    VARBINARY("varbinary", 1),
    BLOB("blob", 0),
    DATE("date", 0),
    TIME("time", 1),
    TIMESTAMP("timestamp", 1),
    TIMESTAMPTZ("timestamptz", 1),
    INTERVAL("interval", 0),
    UUID("uuid", 0),
    JSON("json", 0),
    JSONB("jsonb", 0),
    XML("xml", 0);

    private static final Map<String, Kind> BY_WORD = new HashMap<>();

    static {
        for (Kind kind : values()) {
            BY_WORD.put(kind.word, kind);
        }
    }

    private final String word;
    private final int mostParameters;

    Kind(String word, int mostParameters) {
        this.word = word;
        this.mostParameters = mostParameters;
    }

    /** The word in scripts, such as {@code doublePrecision}. */
    public String word() {
        return word;
    }

    /** How many numbers may stand in parentheses behind the word. */
    public int mostParameters() {
        return mostParameters;
    }

    public static Optional<Kind> of(String word) {
        return Optional.ofNullable(BY_WORD.get(word));
    }
}
