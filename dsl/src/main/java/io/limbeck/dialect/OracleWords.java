package io.limbeck.dialect;

import io.limbeck.error.Refusal;
import io.limbeck.type.Kind;
import io.limbeck.type.Scalar;
import io.limbeck.type.Type;
import java.util.Map;
import java.util.Optional;

/** Oracle's words for the types of scripts, and how much they hold. */
final class OracleWords {

    /** The largest numbers of the types (Database SQL Language Reference, "Data Types"; MAX_STRING_SIZE = STANDARD). */
    private static final Map<Kind, Integer> LONGEST = Map.of(
            Kind.CHARS, 2000,
            Kind.VARCHAR, 4000,
            Kind.NVARCHAR, 2000,
            Kind.BINARY, 2000,
            Kind.VARBINARY, 2000,
            Kind.DECIMAL, 38,
            Kind.NUMERIC, 38,
            Kind.TIMESTAMP, 9,
            Kind.TIMESTAMPTZ, 9);

    private OracleWords() {}

    /**
     * BINARY_DOUBLE is the one floating-point type that holds all of IEEE 754; FLOAT is a NUMBER and ends at 1e126
     * (Database SQL Language Reference, "Numeric Data Types").
     */
    static void say(TypeWords words, Oracle oracle) {
        words.word(Kind.BOOL, oracle.atLeast(23) ? "BOOLEAN" : "NUMBER(1)")
                .word(Kind.SMALLINT, "NUMBER(5)")
                .word(Kind.INTEGER, "NUMBER(10)")
                .word(Kind.BIGINT, "NUMBER(19)")
                .word(Kind.DECIMAL, "NUMBER")
                .word(Kind.NUMERIC, "NUMBER")
                .word(Kind.REAL, "BINARY_FLOAT")
                .word(Kind.DOUBLE_PRECISION, "BINARY_DOUBLE")
                .word(Kind.CHARS, "CHAR(#n CHAR)")
                .word(Kind.VARCHAR, "VARCHAR2(#n CHAR)")
                .word(Kind.NVARCHAR, "NVARCHAR2")
                .word(Kind.TEXT, "CLOB")
                .word(Kind.BINARY, "RAW")
                .word(Kind.VARBINARY, "RAW")
                .word(Kind.BLOB, "BLOB")
                .word(Kind.TIME, null)
                .word(Kind.TIMESTAMPTZ, "TIMESTAMP# WITH TIME ZONE")
                .word(Kind.INTERVAL, "INTERVAL DAY(9) TO SECOND(6)")
                .word(Kind.UUID, "CHAR(36)")
                .word(Kind.JSON, oracle.atLeast(21) ? "JSON" : "CLOB")
                .word(Kind.JSONB, oracle.atLeast(21) ? "JSON" : "CLOB")
                .word(Kind.XML, "XMLTYPE")
                .needNumbers(Kind.VARCHAR, Kind.NVARCHAR, Kind.BINARY, Kind.VARBINARY)
                .usual(Kind.TIMESTAMP, 6)
                .usual(Kind.TIMESTAMPTZ, 6);
        if (!oracle.atLeast(23)) {
            words.substitute(Kind.BOOL);
        }
    }

    /** A bool and a JSON document are kept in types that take more. */
    static Optional<Dialect.Guard> guard(Type type, String column, Oracle oracle) {
        if (type instanceof Scalar scalar) {
            boolean json = scalar.kind() == Kind.JSON || scalar.kind() == Kind.JSONB;
            if (json && !oracle.atLeast(21)) {
                return Optional.of(new Dialect.Guard("js", column + " IS JSON"));
            }
            return scalar.kind() == Kind.BOOL && !oracle.atLeast(23)
                    ? Optional.of(new Dialect.Guard("bo", column + " IN (0, 1)"))
                    : Optional.empty();
        }
        return Optional.empty();
    }

    /** Refuses numbers behind a type that the database cannot keep. */
    static void requirePrecision(Scalar type) {
        Integer longest = LONGEST.get(type.kind());
        if (longest != null && !type.parameters().isEmpty() && type.parameters().get(0) > longest) {
            throw new Refusal(
                    "unsupported",
                    type.kind().word(),
                    "oracle keeps no " + type.script() + "; the most is " + longest,
                    "Say what it is there: " + type.script() + ".on(oracle: …), such as text or blob.");
        }
    }
}
