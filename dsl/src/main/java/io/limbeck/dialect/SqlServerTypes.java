package io.limbeck.dialect;

import io.limbeck.error.Refusal;
import io.limbeck.type.Kind;
import io.limbeck.type.Scalar;
import java.util.Map;
import java.util.Optional;

/** How much SQL Server's types keep. */
final class SqlServerTypes {

    /** The longest of each type whose length is given; for anything longer there is MAX. */
    private static final Map<Kind, Integer> LONGEST =
            Map.of(Kind.CHARS, 8000, Kind.VARCHAR, 8000, Kind.NVARCHAR, 4000, Kind.BINARY, 8000, Kind.VARBINARY, 8000);

    private SqlServerTypes() {}

    /** Refuses numbers behind a type that the server cannot keep. */
    static void requirePrecision(Scalar type) {
        Optional<Integer> first = type.parameters().stream().findFirst();
        int longest = LONGEST.getOrDefault(type.kind(), Integer.MAX_VALUE);
        if (first.isPresent() && first.get() > longest) {
            boolean bytes = type.kind() == Kind.BINARY || type.kind() == Kind.VARBINARY;
            throw new Refusal(
                    "unsupported",
                    type.kind().word(),
                    "sqlserver keeps at most " + longest + " in a '"
                            + type.kind().word() + "'",
                    "Say what it is there: " + type.script() + ".on(sqlserver: " + (bytes ? "blob" : "text") + ").");
        }
        boolean number = type.kind() == Kind.DECIMAL || type.kind() == Kind.NUMERIC;
        if (number && first.get() > 38) {
            throw new Refusal(
                    "unsupported",
                    type.kind().word(),
                    "sqlserver keeps at most 38 digits in a '" + type.kind().word() + "'",
                    "Say what it is there: " + type.script() + ".on(sqlserver: varchar(" + (first.get() + 2) + ")).");
        }
        boolean time = type.kind() == Kind.TIME || type.kind() == Kind.TIMESTAMP || type.kind() == Kind.TIMESTAMPTZ;
        if (time && first.isPresent() && first.get() > 7) {
            throw new Refusal(
                    "unsupported",
                    type.kind().word(),
                    "sqlserver keeps at most 7 digits of a second",
                    "Say what it is there: " + type.script() + ".on(sqlserver: "
                            + type.kind().word() + "(7)).");
        }
    }
}
