package io.limbeck.it.literals;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;

/** Values of one type, those that databases and their clients stumble over. */
enum Samples {
    STRINGS("varchar(1000)", strings()),
    TEXTS("text", List.of("x".repeat(4001), "it's é\n".repeat(6000), "\uD83D\uDE00".repeat(20_000), "")),
    JSON(
            "json",
            List.of(
                    "{\"a\":[1,\"it's\",\"\\\\\\\"\"],\"b\":null}",
                    "[]",
                    "\"é\"",
                    "\"it's\"",
                    "{\"q\":\"? :x $$ \\n\"}")),
    BYTES(
            "varbinary(1000)",
            List.of(new byte[0], allBytes(), "it's".getBytes(java.nio.charset.StandardCharsets.UTF_8))),
    LONG_BYTES("blob", List.of(longBytes(), new byte[] {0})),
    SMALLINTS("smallint", List.of(0, -1, Short.MAX_VALUE, Short.MIN_VALUE)),
    INTEGERS("integer", List.of(0, -1, Integer.MAX_VALUE, Integer.MIN_VALUE)),
    BIGINTS("bigint", List.of(0L, -1L, Long.MAX_VALUE, Long.MIN_VALUE, BigInteger.valueOf(Long.MAX_VALUE))),
    DECIMALS(
            "decimal(31, 10)",
            List.of(
                    new BigDecimal("0"),
                    new BigDecimal("-0.0000000001"),
                    new BigDecimal("123456789012345678901.0123456789"),
                    new BigDecimal("1E+20"),
                    new BigInteger("123456789012345678901"))),
    DOUBLES(
            "doublePrecision",
            List.of(
                    0.0,
                    -0.1,
                    1.0 / 3,
                    1.7976931348623157E308,
                    2.2250738585072014E-308,
                    Double.NaN,
                    Double.POSITIVE_INFINITY,
                    Double.NEGATIVE_INFINITY)),
    BOOLS("bool", List.of(true, false)),
    UUIDS(
            "uuid",
            List.of(
                    UUID.fromString("00000000-0000-0000-0000-000000000000"),
                    UUID.fromString("f81d4fae-7dec-11d0-a765-00a0c91e6bf6"))),
    DATES(
            "date",
            List.of(
                    LocalDate.of(1, 1, 1),
                    LocalDate.of(1582, 10, 10),
                    LocalDate.of(2024, 2, 29),
                    LocalDate.of(9999, 12, 31))),
    TIMES("time", List.of(LocalTime.MIDNIGHT, LocalTime.of(23, 59, 59))),
    FINE_TIMES("time(6)", List.of(LocalTime.of(0, 0, 0, 1000), LocalTime.of(23, 59, 59, 999_999_000))),
    TIMESTAMPS(
            "timestamp",
            List.of(
                    LocalDateTime.of(1, 1, 1, 0, 0),
                    LocalDateTime.of(1582, 10, 10, 12, 0),
                    LocalDateTime.of(2024, 3, 31, 2, 30, 0, 1000),
                    LocalDateTime.of(9999, 12, 31, 23, 59, 59, 999_999_000))),
    ZONED(
            "timestamptz",
            List.of(
                    OffsetDateTime.parse("1900-01-01T00:00Z"),
                    OffsetDateTime.parse("2024-03-31T02:30:00.000001+05:30"),
                    OffsetDateTime.parse("2024-12-31T23:59:59.999999-11:00")));

    private final String type;
    private final List<Object> values;

    Samples(String type, List<?> values) {
        this.type = type;
        this.values = new ArrayList<>(values);
        this.values.add(null);
    }

    /** The type in the words of scripts. */
    String type() {
        return type;
    }

    /** The values, the last of them null. */
    List<Object> all() {
        return values;
    }

    private static List<String> strings() {
        List<String> strings = new ArrayList<>(List.of(
                "",
                " ",
                " both ends ",
                "it's",
                "''",
                "'",
                "\"quoted\"",
                "`ticked`",
                "[bracketed]",
                "a\\b",
                "\\",
                "a\\'b",
                "\\n",
                "%",
                "100 %s",
                ":name",
                "a :b ::c",
                "?",
                "a ? b ?? c",
                ";",
                "a;b;",
                "a;\nb;\n",
                "--",
                "a -- b",
                "/* a",
                "*/",
                "/* b */",
                "#",
                "$$",
                "$a$ $1",
                "$(name) ${name}",
                "&name && &",
                "*{name}",
                "~",
                "ümlaut ß €",
                "\uD83D\uDE00 \uD835\uDD38",
                "a\u0301",
                "\u2028\u2029",
                "\u00A0",
                "\u200E",
                "a\tb",
                "a\nb",
                "a\rb",
                "a\r\nb",
                "\n",
                "\n\n\n",
                "a\n\nb",
                "a \nb",
                "a\u0001b\u001Fc\u007F",
                "a\0b",
                "NULL",
                "null",
                "\\N",
                "N'x'",
                "1",
                "-1",
                "true",
                "{x}",
                "{fn now()}",
                "{d '2020-01-01'}",
                "x".repeat(999)));
        for (String line : List.of(
                "/",
                ".",
                "GO",
                "go 2",
                "@x",
                "@@x",
                "#x",
                "!ls",
                ":r x",
                ":setvar x",
                ".quit",
                ".read x",
                "\\q",
                "\\! ls",
                "\\.",
                "exit",
                "quit;",
                "delimiter //",
                "DELIMITER ;",
                "* x",
                "? x",
                "-",
                "--",
                "a-",
                "rem x",
                "--#SET TERMINATOR @",
                "source x",
                "edit",
                "BEGIN",
                "END;")) {
            strings.add("a\n" + line + "\nb");
        }
        return strings;
    }

    private static byte[] allBytes() {
        byte[] bytes = new byte[256];
        IntStream.range(0, 256).forEach(i -> bytes[i] = (byte) i);
        return bytes;
    }

    private static byte[] longBytes() {
        byte[] bytes = new byte[20_000];
        Arrays.setAll(new Integer[bytes.length], i -> (int) (bytes[i] = (byte) (i * 7)));
        return bytes;
    }
}
