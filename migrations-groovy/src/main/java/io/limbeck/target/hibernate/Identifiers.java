package io.limbeck.target.hibernate;

import io.limbeck.dialect.Dialect;
import io.limbeck.schema.Name;
import java.util.Optional;
import org.hibernate.boot.model.naming.Identifier;
import org.hibernate.mapping.Column;
import org.hibernate.mapping.Table;

/** Hibernate's names as scripts write them: what it leaves unquoted means what the database makes of it. */
final class Identifiers {

    private final Dialect dialect;

    Identifiers(Dialect dialect) {
        this.dialect = dialect;
    }

    String of(Identifier identifier) {
        return name(identifier.getText(), identifier.isQuoted());
    }

    String of(Column column) {
        return name(column.getName(), column.isQuoted());
    }

    Name of(Table table) {
        return new Name(
                schema(table.getCatalogIdentifier(), table.getSchemaIdentifier())
                        .orElse(null),
                name(table.getName(), table.isQuoted()));
    }

    /** A name that stands in an annotation as a plain text. */
    String plain(String name) {
        boolean quoted = name.startsWith("`") || name.startsWith("\"");
        return quoted ? name.substring(1, name.length() - 1) : dialect.unquoted(name);
    }

    /** The schema, or the catalogue where tables live in those. */
    Optional<String> schema(Identifier catalogue, Identifier schema) {
        return Optional.ofNullable(schema)
                .or(() -> Optional.ofNullable(catalogue))
                .map(this::of);
    }

    private String name(String text, boolean quoted) {
        return quoted ? dialect.scriptName(text) : dialect.unquoted(text);
    }
}
