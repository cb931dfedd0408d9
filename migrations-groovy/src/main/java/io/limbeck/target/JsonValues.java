package io.limbeck.target;

import io.limbeck.type.ArrayType;
import io.limbeck.type.Enumeration;
import io.limbeck.type.Expression;
import io.limbeck.type.Kind;
import io.limbeck.type.Literal;
import io.limbeck.type.Moment;
import io.limbeck.type.PerDialect;
import io.limbeck.type.Scalar;
import io.limbeck.type.Type;
import io.limbeck.type.Value;
import io.limbeck.type.Verbatim;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.Collection;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;

/**
 * Types and values in JSON and back: what JSON has a form for stands as it is, everything else is an object that says
 * what it is. Shapes: {@code {"kind": "varchar", "size": [255]}}, {@code {"sql": "now()"}},
 * {@code {"class": "LocalDate", "text": "2026-01-31"}}.
 */
final class JsonValues {

    private static final Map<String, Function<String, Object>> CLASSES = Map.ofEntries(
            Map.entry("Byte", Byte::valueOf),
            Map.entry("Short", Short::valueOf),
            Map.entry("Integer", Integer::valueOf),
            Map.entry("Long", Long::valueOf),
            Map.entry("Float", Float::valueOf),
            Map.entry("Double", Double::valueOf),
            Map.entry("BigInteger", BigInteger::new),
            Map.entry("BigDecimal", BigDecimal::new),
            Map.entry("LocalDate", LocalDate::parse),
            Map.entry("LocalTime", LocalTime::parse),
            Map.entry("LocalDateTime", LocalDateTime::parse),
            Map.entry("OffsetDateTime", OffsetDateTime::parse),
            Map.entry("UUID", UUID::fromString),
            Map.entry("bytes", HexFormat.of()::parseHex));

    private JsonValues() {}

    // ---- types

    static Map<String, Object> json(Type type) {
        Map<String, Object> json = new LinkedHashMap<>();
        if (type instanceof Scalar scalar) {
            json.put("kind", scalar.kind().word());
            if (!scalar.parameters().isEmpty()) {
                json.put("size", scalar.parameters());
            }
        } else if (type instanceof Enumeration enumeration) {
            json.put("enumeration", enumeration.name());
            json.put("values", enumeration.values());
        } else if (type instanceof ArrayType array) {
            json.put("array", json(array.element()));
            json.put("dimensions", array.dimensions());
        } else if (type instanceof PerDialect varying) {
            json.putAll(json(varying.usual()));
            Map<String, Object> others = new LinkedHashMap<>();
            varying.others().forEach((dialect, other) -> others.put(dialect, json(other)));
            json.put("on", others);
        } else {
            json.put("verbatim", ((Verbatim) type).sql());
        }
        return json;
    }

    static Type type(JsonFields fields) {
        Type usual = usual(fields);
        if (!fields.has("on")) {
            return usual;
        }
        Map<String, Type> others = new LinkedHashMap<>();
        fields.object("on").each((dialect, other) -> others.put(dialect, type(other)));
        return usual.on(others);
    }

    private static Type usual(JsonFields fields) {
        if (fields.has("kind")) {
            String word = fields.text("kind");
            Kind kind = Kind.of(word).orElseThrow(() -> fields.wrong("'" + word + "' is not a type"));
            return new Scalar(kind, fields.numbers("size"));
        }
        if (fields.has("enumeration")) {
            return new Enumeration(fields.text("enumeration"), fields.texts("values"));
        }
        return fields.has("array")
                ? new ArrayType(
                        type(fields.object("array")),
                        fields.number("dimensions").orElse(1L).intValue())
                : new Verbatim(fields.text("verbatim"));
    }

    // ---- values

    static Object json(Value value) {
        if (value instanceof Expression expression) {
            return Map.of("sql", expression.sql());
        }
        if (value instanceof Moment moment) {
            return Map.of("moment", moment.script());
        }
        return json(((Literal) value).value());
    }

    static Value value(Object json, JsonFields fields) {
        if (json instanceof Map<?, ?> map && map.containsKey("sql")) {
            return new Expression(String.valueOf(map.get("sql")));
        }
        if (json instanceof Map<?, ?> map && map.containsKey("moment")) {
            return Arrays.stream(Moment.values())
                    .filter(moment -> moment.script().equals(map.get("moment")))
                    .findFirst()
                    .orElseThrow(() -> fields.wrong("'" + map.get("moment") + "' is no moment"));
        }
        return new Literal(plain(json, fields));
    }

    /** Anything that an option or a literal can be. */
    static Object json(Object value) {
        if (value == null || value instanceof Boolean || value instanceof Integer || value instanceof String) {
            return value;
        }
        if (value instanceof Collection<?> list) {
            return list.stream().map(JsonValues::json).toList();
        }
        if (value instanceof Map<?, ?> map) {
            Map<String, Object> entries = new LinkedHashMap<>();
            map.forEach((key, each) -> entries.put(String.valueOf(key), json(each)));
            return Map.of("map", entries);
        }
        if (value instanceof CharSequence) {
            return value.toString();
        }
        Map<String, Object> told = new LinkedHashMap<>();
        told.put("class", value instanceof byte[] ? "bytes" : value.getClass().getSimpleName());
        told.put("text", value instanceof byte[] bytes ? HexFormat.of().formatHex(bytes) : value.toString());
        return told;
    }

    static Object plain(Object json, JsonFields fields) {
        if (json instanceof List<?> list) {
            return list.stream().map(each -> plain(each, fields)).toList();
        }
        if (!(json instanceof Map<?, ?> map)) {
            return json;
        }
        if (map.get("map") instanceof Map<?, ?> entries) {
            Map<String, Object> plain = new LinkedHashMap<>();
            entries.forEach((key, each) -> plain.put(String.valueOf(key), plain(each, fields)));
            return plain;
        }
        Function<String, Object> reading = CLASSES.get(String.valueOf(map.get("class")));
        try {
            if (reading != null) {
                return reading.apply(String.valueOf(map.get("text")));
            }
        } catch (RuntimeException unreadable) {
            throw fields.wrong("'" + map.get("text") + "' is no " + map.get("class"));
        }
        throw fields.wrong("this is no value: " + map);
    }
}
