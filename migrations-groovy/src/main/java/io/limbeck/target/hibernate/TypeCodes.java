package io.limbeck.target.hibernate;

import io.limbeck.type.Kind;
import io.limbeck.type.Scalar;
import io.limbeck.type.Type;
import java.sql.Types;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.hibernate.engine.jdbc.Size;
import org.hibernate.type.SqlTypes;

/** The scripts' types that a type code of Hibernate may mean, the usual one first. */
final class TypeCodes {

    /** Up to this many bits a number fits into single precision. */
    private static final int SINGLE = 24;

    private static final int USUAL_LENGTH = 255;

    private TypeCodes() {}

    static boolean isEnumeration(int code) {
        return code >= SqlTypes.ENUM && code <= SqlTypes.NAMED_ORDINAL_ENUM;
    }

    static List<Type> types(int code, Size size) {
        return switch (code) {
            case Types.BIT, Types.BOOLEAN -> plain(Kind.BOOL);
            case Types.TINYINT, Types.SMALLINT -> plain(Kind.SMALLINT);
            case Types.INTEGER -> plain(Kind.INTEGER);
            case Types.BIGINT -> plain(Kind.BIGINT);
            case Types.FLOAT, Types.REAL, Types.DOUBLE ->
                plain(
                        code != Types.DOUBLE && precision(size).orElse(SINGLE + 1) <= SINGLE
                                ? Kind.REAL
                                : Kind.DOUBLE_PRECISION);
            case Types.NUMERIC, Types.DECIMAL -> exact(size);
            case Types.CHAR -> sized(Kind.CHARS, size, 1);
            case Types.VARCHAR -> sized(Kind.VARCHAR, size, USUAL_LENGTH);
            case Types.NCHAR -> sized(Kind.CHARS, size, 1);
            case Types.NVARCHAR -> sized(Kind.NVARCHAR, size, USUAL_LENGTH);
            case Types.BINARY -> sized(Kind.BINARY, size, USUAL_LENGTH);
            case Types.VARBINARY -> sized(Kind.VARBINARY, size, USUAL_LENGTH);
            case Types.LONGVARCHAR,
                    Types.LONGNVARCHAR,
                    Types.CLOB,
                    Types.NCLOB,
                    SqlTypes.LONG32VARCHAR,
                    SqlTypes.LONG32NVARCHAR -> plain(Kind.TEXT);
            case Types.LONGVARBINARY, Types.BLOB, SqlTypes.LONG32VARBINARY -> plain(Kind.BLOB);
            case Types.DATE -> plain(Kind.DATE);
            case Types.TIME, SqlTypes.TIME_UTC -> moment(Kind.TIME, size);
            case Types.TIMESTAMP -> moment(Kind.TIMESTAMP, size);
            case Types.TIMESTAMP_WITH_TIMEZONE, SqlTypes.TIMESTAMP_UTC -> moment(Kind.TIMESTAMPTZ, size);
            case SqlTypes.UUID -> plain(Kind.UUID);
            case SqlTypes.JSON -> List.of(Scalar.of(Kind.JSONB), Scalar.of(Kind.JSON));
            case SqlTypes.SQLXML -> plain(Kind.XML);
            case SqlTypes.INTERVAL_SECOND -> plain(Kind.INTERVAL);
            default -> List.of();
        };
    }

    private static List<Type> plain(Kind kind) {
        return List.of(Scalar.of(kind));
    }

    private static List<Type> sized(Kind kind, Size size, int usual) {
        int length = size.getLength() == null ? usual : (int) Math.min(size.getLength(), Integer.MAX_VALUE);
        return List.of(Scalar.of(kind, length));
    }

    private static List<Type> exact(Size size) {
        List<Integer> numbers = new ArrayList<>();
        precision(size).ifPresent(precision -> {
            numbers.add(precision);
            Optional.ofNullable(size.getScale()).ifPresent(numbers::add);
        });
        return List.of(new Scalar(Kind.DECIMAL, numbers), new Scalar(Kind.NUMERIC, numbers));
    }

    /** Without digits where that says the same. */
    private static List<Type> moment(Kind kind, Size size) {
        List<Type> types = new ArrayList<>(plain(kind));
        precision(size).ifPresent(digits -> types.add(Scalar.of(kind, digits)));
        return types;
    }

    private static Optional<Integer> precision(Size size) {
        return Optional.ofNullable(size.getPrecision());
    }
}
