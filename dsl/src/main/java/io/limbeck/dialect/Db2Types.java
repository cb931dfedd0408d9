package io.limbeck.dialect;

import io.limbeck.error.Refusal;
import io.limbeck.type.Kind;
import io.limbeck.type.Scalar;
import java.util.Map;

/** How much Db2's types keep. */
final class Db2Types {

    /** Db2 11.5, "SQL and XML limits". */
    private static final Map<Kind, Integer> LONGEST =
            Map.of(Kind.CHARS, 255, Kind.VARCHAR, 32672, Kind.NVARCHAR, 32672, Kind.BINARY, 255, Kind.VARBINARY, 32672);

    private Db2Types() {}

    /** Refuses numbers behind a type that the database cannot keep. */
    static void requirePrecision(Scalar type) {
        int first = type.parameters().stream().findFirst().orElse(0);
        String word = type.kind().word();
        if (first > LONGEST.getOrDefault(type.kind(), Integer.MAX_VALUE)) {
            boolean bytes = type.kind() == Kind.BINARY || type.kind() == Kind.VARBINARY;
            throw new Refusal(
                    "unsupported",
                    word,
                    "db2 keeps at most " + LONGEST.get(type.kind()) + " in a '" + word + "'",
                    "Say what it is there: " + type.script() + ".on(db2: " + (bytes ? "blob" : "text") + ").");
        }
        boolean number = type.kind() == Kind.DECIMAL || type.kind() == Kind.NUMERIC;
        if (number && first > 31) {
            throw new Refusal(
                    "unsupported",
                    word,
                    "db2 keeps at most 31 digits in a '" + word + "'",
                    "Say what it is there: " + type.script() + ".on(db2: type('DECFLOAT(34)')).");
        }
        if (type.kind() == Kind.TIMESTAMP && first > 12) {
            throw new Refusal(
                    "unsupported",
                    word,
                    "db2 keeps at most 12 digits of a second",
                    "Say what it is there: " + type.script() + ".on(db2: timestamp(12)).");
        }
        if (type.kind() == Kind.TIME && first > 0) {
            throw new Refusal(
                    "unsupported",
                    "time",
                    "db2 keeps no fractions of a second in a time",
                    "Say what it is there: " + type.script() + ".on(db2: timestamp).");
        }
    }
}
