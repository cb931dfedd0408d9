package io.limbeck.schema;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * An exclusion constraint: no two rows may satisfy all the operators.
 *
 * @param elements operators by column or expression
 * @param using the index method, such as {@code gist}
 */
public record Exclusion(
        String name, Map<String, String> elements, Optional<String> using, Optional<String> where, Deferral deferral)
        implements Constraint {

    public Exclusion {
        elements = Collections.unmodifiableMap(new LinkedHashMap<>(elements));
    }

    @Override
    public List<String> columns() {
        return List.copyOf(elements.keySet());
    }

    @Override
    public boolean names(String column) {
        return elements.keySet().stream().anyMatch(element -> SqlText.names(element, column))
                || where.filter(condition -> SqlText.names(condition, column)).isPresent();
    }

    @Override
    public Exclusion named(String other) {
        return new Exclusion(other, elements, using, where, deferral);
    }

    @Override
    public Exclusion renaming(UnaryOperator<String> columnName) {
        Map<String, String> renamed = new LinkedHashMap<>();
        elements.forEach((element, operator) -> renamed.put(SqlText.renaming(element, columnName), operator));
        return new Exclusion(name, renamed, using, where.map(text -> SqlText.renaming(text, columnName)), deferral);
    }
}
