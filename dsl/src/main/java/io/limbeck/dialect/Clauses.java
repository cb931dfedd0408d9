package io.limbeck.dialect;

import io.limbeck.schema.Name;
import java.util.ArrayList;
import java.util.List;

/** The changes that one ALTER TABLE makes together. */
final class Clauses {

    private final String head;
    private final List<String> clauses = new ArrayList<>();

    Clauses(Dialect dialect, Name table) {
        this.head = "ALTER TABLE " + dialect.name(table);
    }

    Clauses then(String clause) {
        clauses.add(clause);
        return this;
    }

    int size() {
        return clauses.size();
    }

    /** One statement; none where there is nothing to change. */
    List<String> statements() {
        return switch (clauses.size()) {
            case 0 -> List.of();
            case 1 -> List.of(head + " " + clauses.get(0));
            default -> List.of(head + "\n    " + String.join(",\n    ", clauses));
        };
    }
}
