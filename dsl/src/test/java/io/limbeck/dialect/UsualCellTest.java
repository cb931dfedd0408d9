package io.limbeck.dialect;

import static org.assertj.core.api.Assertions.assertThat;

import io.limbeck.operation.CellText;
import io.limbeck.operation.UsualCell;
import io.limbeck.type.Kind;
import io.limbeck.type.Literal;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("A usual cell")
class UsualCellTest {

    private static final List<String> SEEDS = List.of(
            "2026-11-23 09:30:00",
            "2026-11-23T09:30:00.123456",
            "1583-02-28",
            "2024-02-29",
            "23:59:59",
            "-12345.67",
            "0",
            "123456789012345678",
            "true",
            "f",
            "00000000-0000-0000-0000-00000000002a",
            "");
    private static final String ALPHABET = "0123456789-:.T tfaeE+,é";

    @Test
    @DisplayName("is one that is read as its type, and that no dialect refuses")
    void isReadable() {
        List<Dialect> dialects = Dialects.names().stream().map(Dialects::of).toList();
        List<String> usual = new ArrayList<>();
        Random random = new Random(7);
        for (int i = 0; i < 200_000; i++) {
            String text = mutated(SEEDS.get(random.nextInt(SEEDS.size())), random);
            Kind kind = Kind.values()[random.nextInt(Kind.values().length)];
            if (isUsual(kind, text)) {
                Literal value = new Literal(CellText.value(text, kind));
                dialects.forEach(dialect -> assertThat(dialect.literal(value)).isNotEmpty());
                usual.add(text);
            }
        }
        assertThat(usual).hasSizeGreaterThan(20_000);
    }

    @ParameterizedTest
    @CsvSource({
        "BIGINT, 42, true",
        "BIGINT, -42, true",
        "BIGINT, 9223372036854775808, false",
        "BIGINT, 1.0, false",
        "BIGINT, +1, false",
        "DECIMAL, -12.50, true",
        "DECIMAL, 1e3, false",
        "DECIMAL, ., false",
        "DOUBLE_PRECISION, 0.5, true",
        "DOUBLE_PRECISION, -0.0, false",
        "DATE, 2026-11-30, true",
        "DATE, 2026-11-31, false",
        "DATE, 2026-02-29, false",
        "DATE, 1582-10-10, false",
        "TIMESTAMP, 2026-11-23 09:30:00, true",
        "TIMESTAMP, 2026-11-23T09:30:00.5, true",
        "TIMESTAMP, 2026-11-23 09:30:00.1234567, false",
        "TIMESTAMP, 2026-11-23 24:00:00, false",
        "TIMESTAMP, 2026-11-23 09:30, false",
        "UUID, 00000000-0000-0000-0000-00000000002a, true",
        "UUID, 00000000-0000-0000-0000-00000000002, false",
        "BOOL, true, true",
        "BOOL, yes, false",
        "VARBINARY, c0ffee, false",
        "VARCHAR, anything, true"
    })
    @DisplayName("is worded as every database words it")
    void isWordedAsEverywhere(Kind kind, String text, boolean usual) {
        assertThat(isUsual(kind, text)).isEqualTo(usual);
    }

    private static boolean isUsual(Kind kind, String text) {
        byte[] bytes = (text + "\"").getBytes(StandardCharsets.UTF_8);
        return UsualCell.is(kind, bytes, 0, bytes.length - 1);
    }

    private static String mutated(String seed, Random random) {
        StringBuilder text = new StringBuilder(seed);
        for (int changes = random.nextInt(3); changes > 0; changes--) {
            int at = random.nextInt(text.length() + 1);
            if (at < text.length() && random.nextInt(3) > 0) {
                text.setCharAt(at, ALPHABET.charAt(random.nextInt(ALPHABET.length())));
            } else if (at < text.length() && random.nextBoolean()) {
                text.deleteCharAt(at);
            } else {
                text.insert(at, ALPHABET.charAt(random.nextInt(ALPHABET.length())));
            }
        }
        return text.toString();
    }
}
