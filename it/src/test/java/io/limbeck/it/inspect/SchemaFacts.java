package io.limbeck.it.inspect;

import io.limbeck.dialect.Dialect;
import io.limbeck.error.Refusal;
import io.limbeck.schema.*;
import io.limbeck.sql.Feature;
import io.limbeck.type.*;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** A schema state as lines, in the dialect's own view of it. */
final class SchemaFacts {

    private final Dialect dialect;
    private final Set<String> facts = new TreeSet<>();

    private SchemaFacts(Dialect dialect) {
        this.dialect = dialect;
    }

    static Set<String> of(Schema schema, Dialect dialect) {
        SchemaFacts facts = new SchemaFacts(dialect);
        schema.schemas().forEach(name -> facts.facts.add("schema " + name));
        if (dialect.supports(Feature.ENUM_TYPES)) {
            schema.enums().forEach(type -> facts.facts.add("enum " + type));
        }
        schema.sequences().forEach(each -> facts.facts.add("sequence " + dialect.plain(each)));
        schema.views().forEach(each -> facts.facts.add("view " + each.name() + " " + each.materialized()));
        schema.tables().stream().filter(table -> !table.temporary()).forEach(facts::table);
        return facts.facts;
    }

    private void table(Table table) {
        String name = "table " + table.name();
        facts.add(name);
        if (dialect.supports(Feature.COMMENTS)) {
            table.comment().ifPresent(text -> facts.add(name + " comment " + text));
        }
        for (Column column : table.columns()) {
            column(name + "." + column.name(), column);
        }
        for (Constraint constraint : table.constraints()) {
            if (constraint.name().matches("(en|js|bo|da)_.*")) {
                continue;
            }
            facts.add(name + " " + plain(dialect.constraintDefinition(constraint)));
        }
        for (Index index : table.indexes()) {
            try {
                facts.add(name + " " + plain(dialect.createIndex(table.name(), index, false, false)));
            } catch (Refusal refusal) {
                facts.add(name + " " + index);
            }
        }
    }

    private void column(String name, Column column) {
        Type type = dialect.read(dialect.type(column.type()));
        String words = dialect.type(column.type() instanceof Enumeration || type instanceof Enumeration ? column.type() : type);
        facts.add(name + " " + words.toLowerCase(Locale.ROOT) + (column.nullable() ? "" : " not null"));
        column.defaultValue()
                .flatMap(value -> dialect.readDefault(dialect.literal(value, column.type()), type))
                .ifPresent(value -> facts.add(name + " default " + plain(value.script())));
        column.identity()
                .ifPresent(identity -> facts.add(name + " " + dialect.plain(identity, type)));
        column.computed().ifPresent(rule -> facts.add(name + " computed " + plain(rule.expression())
                + dialect.plain(rule).stored().map(stored -> stored ? " stored" : " virtual").orElse("")));
        column.collation().ifPresent(collation -> facts.add(name + " collate " + collation));
        if (dialect.supports(Feature.COMMENTS)) {
            column.comment().ifPresent(text -> facts.add(name + " comment " + text));
        }
    }

    private static String plain(String sql) {
        return sql.toLowerCase(Locale.ROOT)
                .replaceAll("::[\\w ]+(\\[])?", "")
                .replaceAll("\\s*([<>=+*/-]+)\\s*", "$1")
                .replaceAll("[\"`()]", "")
                .replace("<>", "!=")
                .replaceAll("\\s+", " ");
    }
}
