package io.limbeck.script.literal;

import io.limbeck.schema.IndexPart;
import io.limbeck.type.ArrayType;
import io.limbeck.type.Enumeration;
import io.limbeck.type.Expression;
import io.limbeck.type.Kind;
import io.limbeck.type.Literal;
import io.limbeck.type.Moment;
import io.limbeck.type.PerDialect;
import io.limbeck.type.Scalar;
import io.limbeck.type.Verbatim;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.lang.reflect.RecordComponent;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.RandomAccess;

/** The values of calls as they are kept in a file: literals, lists and maps of them, and what the words stand for. */
final class KeptValues {

    /** What words stand for, and what those are made of. */
    private static final List<Class<? extends Record>> RECORDS = List.of(
            Scalar.class,
            ArrayType.class,
            Enumeration.class,
            Verbatim.class,
            PerDialect.class,
            Literal.class,
            Expression.class,
            IndexPart.class);

    private KeptValues() {}

    /**
     * A value as it is now, whatever becomes of lists and maps later. Ranges are lists without random access.
     *
     * @throws Declined where it is no value that can be kept
     */
    static Object copy(Object value) {
        if (value instanceof List<?> list && value instanceof RandomAccess) {
            List<Object> copy = new ArrayList<>();
            list.forEach(each -> copy.add(copy(each)));
            return copy;
        }
        if (value instanceof Map<?, ?> map) {
            Map<Object, Object> copy = new LinkedHashMap<>();
            map.forEach((key, each) -> copy.put(copy(key), copy(each)));
            return copy;
        }
        if (value instanceof CharSequence text && !(value instanceof String)) {
            return new Interpolated(text.toString());
        }
        boolean plain = value == null
                || value instanceof String
                || value instanceof Boolean
                || value instanceof Integer
                || value instanceof Long
                || value instanceof BigDecimal
                || value instanceof BigInteger
                || value instanceof Moment
                || value instanceof Kind
                || RECORDS.contains(value.getClass());
        if (!plain) {
            throw new Declined();
        }
        return value;
    }

    static void write(Object value, DataOutputStream out) throws IOException {
        if (value == null) {
            out.writeByte('0');
        } else if (value instanceof List<?> list) {
            out.writeByte('l');
            out.writeInt(list.size());
            for (Object each : list) {
                write(each, out);
            }
        } else if (value instanceof Map<?, ?> map) {
            out.writeByte('m');
            out.writeInt(map.size());
            for (Map.Entry<?, ?> entry : map.entrySet()) {
                write(entry.getKey(), out);
                write(entry.getValue(), out);
            }
        } else if (value instanceof Optional<?> optional) {
            out.writeByte('o');
            write(optional.orElse(null), out);
        } else if (value instanceof Record whole && RECORDS.contains(whole.getClass())) {
            out.writeByte('r');
            out.writeByte(RECORDS.indexOf(whole.getClass()));
            for (RecordComponent part : whole.getClass().getRecordComponents()) {
                write(part(whole, part), out);
            }
        } else {
            out.writeByte(letter(value));
            text(value instanceof Enum<?> constant ? constant.name() : value.toString(), out);
        }
    }

    private static Object part(Record whole, RecordComponent part) {
        try {
            return part.getAccessor().invoke(whole);
        } catch (ReflectiveOperationException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static char letter(Object value) {
        if (value instanceof Boolean) {
            return 'b';
        }
        if (value instanceof Integer) {
            return 'i';
        }
        if (value instanceof Long) {
            return 'j';
        }
        if (value instanceof BigDecimal) {
            return 'd';
        }
        if (value instanceof BigInteger) {
            return 'g';
        }
        if (value instanceof Moment) {
            return 't';
        }
        if (value instanceof Kind) {
            return 'k';
        }
        return value instanceof Interpolated ? 'p' : 's';
    }

    static Object read(DataInputStream in) throws IOException {
        char letter = (char) in.readByte();
        return switch (letter) {
            case '0' -> null;
            case 'l' -> list(in, in.readInt());
            case 'm' -> map(in, in.readInt());
            case 'o' -> Optional.ofNullable(read(in));
            case 'r' -> whole(RECORDS.get(in.readByte()), in);
            default -> simple(letter, text(in));
        };
    }

    private static Object simple(char letter, String text) throws IOException {
        return switch (letter) {
            case 'b' -> Boolean.valueOf(text);
            case 'i' -> Integer.valueOf(text);
            case 'j' -> Long.valueOf(text);
            case 'd' -> new BigDecimal(text);
            case 'g' -> new BigInteger(text);
            case 't' -> Moment.valueOf(text);
            case 'k' -> Kind.valueOf(text);
            case 'p' -> new Interpolated(text);
            case 's' -> text;
            default -> throw new IOException("no value begins with " + letter);
        };
    }

    private static List<Object> list(DataInputStream in, int size) throws IOException {
        List<Object> list = new ArrayList<>();
        for (int i = 0; i < size; i++) {
            list.add(read(in));
        }
        return list;
    }

    private static Map<Object, Object> map(DataInputStream in, int size) throws IOException {
        Map<Object, Object> map = new LinkedHashMap<>();
        for (int i = 0; i < size; i++) {
            Object key = read(in);
            map.put(key, read(in));
        }
        return map;
    }

    private static Object whole(Class<? extends Record> type, DataInputStream in) throws IOException {
        RecordComponent[] components = type.getRecordComponents();
        Class<?>[] types = new Class<?>[components.length];
        Object[] parts = new Object[components.length];
        for (int i = 0; i < components.length; i++) {
            types[i] = components[i].getType();
            parts[i] = read(in);
        }
        try {
            return type.getDeclaredConstructor(types).newInstance(parts);
        } catch (ReflectiveOperationException damaged) {
            throw new IOException(damaged);
        }
    }

    static void text(String text, DataOutputStream out) throws IOException {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        out.writeInt(bytes.length);
        out.write(bytes);
    }

    static String text(DataInputStream in) throws IOException {
        return new String(in.readNBytes(in.readInt()), StandardCharsets.UTF_8);
    }
}
