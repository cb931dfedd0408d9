package io.limbeck.catalogue;

import java.math.BigDecimal;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * One row of an answer.
 *
 * @param values by label in lower case; what is null is left out
 */
public record Row(Map<String, String> values) {

    private static final Set<String> TRUE = Set.of("t", "true", "1", "y", "yes");

    public Row {
        values = Collections.unmodifiableMap(new LinkedHashMap<>(values));
    }

    /** Shape: {@code Row.of("schema_name", "app", "name", "account")} */
    public static Row of(String... labelsAndValues) {
        Map<String, String> values = new LinkedHashMap<>();
        for (int i = 0; i < labelsAndValues.length; i += 2) {
            if (labelsAndValues[i + 1] != null) {
                values.put(labelsAndValues[i], labelsAndValues[i + 1]);
            }
        }
        return new Row(values);
    }

    /** The same row with one value more, or another one; null takes it away. */
    public Row with(String label, String value) {
        Map<String, String> changed = new LinkedHashMap<>(values);
        if (value == null) {
            changed.remove(label);
        } else {
            changed.put(label, value);
        }
        return new Row(changed);
    }

    /** A text that is not empty. */
    public Optional<String> text(String label) {
        return Optional.ofNullable(values.get(label)).filter(text -> !text.isEmpty());
    }

    /** What must be there. */
    public String required(String label) {
        String value = values.get(label);
        if (value == null) {
            throw new IllegalStateException("the catalogue tells no " + label + " in " + values);
        }
        return value;
    }

    public boolean flag(String label) {
        return text(label)
                .map(text -> TRUE.contains(text.strip().toLowerCase(Locale.ROOT)))
                .orElse(false);
    }

    /** A whole number; one that is past every column's range counts as its end. */
    public Optional<Long> number(String label) {
        return text(label).map(text -> {
            BigDecimal number = new BigDecimal(text.strip());
            return number.max(BigDecimal.valueOf(Long.MIN_VALUE))
                    .min(BigDecimal.valueOf(Long.MAX_VALUE))
                    .longValue();
        });
    }
}
