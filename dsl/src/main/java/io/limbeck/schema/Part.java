package io.limbeck.schema;

import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * One thing of a schema state that a catalogue can be asked for by name.
 *
 * @param owner the table or enumeration it hangs on; for what hangs on none, its own name
 * @param name its own name; that of the table for a primary key
 */
public record Part(Kind kind, Name owner, String name) {

    /** What it is. */
    public enum Kind {
        SCHEMA("schema"),
        TABLE("table"),
        VIEW("view"),
        SEQUENCE("sequence"),
        ENUM("enumeration"),
        /** A value of an enumeration, which is its owner. */
        ENUM_VALUE("value of enumeration"),
        COLUMN("column"),
        /** The NOT NULL of a column. */
        NOT_NULL("NOT NULL of column"),
        /** The default of a column, whatever it is. */
        DEFAULT("default of column"),
        /** A table has no second one, and not every database keeps its name. */
        PRIMARY_KEY("primary key of"),
        /** A unique, check, foreign key or exclusion constraint. */
        CONSTRAINT("constraint"),
        INDEX("index");

        private final String word;

        Kind(String word) {
            this.word = word;
        }
    }

    /** What a catalogue says of a part. */
    public enum Presence {
        PRESENT,
        ABSENT,
        /** There, but of no use, such as an index whose making was broken off. */
        BROKEN,
        /** The catalogue does not tell. */
        UNKNOWN
    }

    private static Part of(Kind kind, Name own) {
        return new Part(kind, own, own.value());
    }

    /**
     * What {@code after} has and {@code before} has not; the columns and keys of a new table go with it, its indexes are
     * told one by one.
     */
    public static Set<Part> gained(Schema before, Schema after) {
        Set<Part> parts = new LinkedHashSet<>();
        for (Table table : after.tables()) {
            Optional<Table> known = before.known(table.name());
            if (known.isEmpty()) {
                parts.add(of(Kind.TABLE, table.name()));
                table.indexes().forEach(index -> parts.add(new Part(Kind.INDEX, table.name(), index.name())));
            } else if (known.get() != table) {
                Set<Part> more = parts(table, known.get());
                more.removeAll(parts(known.get(), table));
                parts.addAll(more);
            }
        }
        parts.addAll(news(Kind.VIEW, before.views(), after.views(), View::name));
        parts.addAll(news(Kind.SEQUENCE, before.sequences(), after.sequences(), Sequence::name));
        parts.addAll(news(Kind.ENUM, before.enums(), after.enums(), EnumType::name));
        parts.addAll(newValues(before, after));
        parts.addAll(news(Kind.SCHEMA, before.schemas(), after.schemas(), Name::of));
        return parts;
    }

    /** What {@code before} has and {@code after} has not; the indexes of a table that goes, go with it. */
    public static Set<Part> lost(Schema before, Schema after) {
        Set<Part> parts = gained(after, before);
        Set<Name> tables = parts.stream()
                .filter(part -> part.kind == Kind.TABLE)
                .map(Part::owner)
                .collect(Collectors.toSet());
        parts.removeIf(part -> part.kind == Kind.INDEX && tables.contains(part.owner));
        return parts;
    }

    /** The parts of a table; a column that only one of the two tables has, speaks for its own attributes. */
    private static Set<Part> parts(Table table, Table other) {
        Set<Part> parts = new LinkedHashSet<>();
        Name owner = table.name();
        for (Column column : table.columns()) {
            parts.add(new Part(Kind.COLUMN, owner, column.name()));
            if (other.column(column.name()).isPresent()) {
                if (!column.nullable()) {
                    parts.add(new Part(Kind.NOT_NULL, owner, column.name()));
                }
                if (column.defaultValue().isPresent()) {
                    parts.add(new Part(Kind.DEFAULT, owner, column.name()));
                }
            }
        }
        for (Constraint constraint : table.constraints()) {
            parts.add(
                    constraint instanceof PrimaryKey
                            ? new Part(Kind.PRIMARY_KEY, owner, owner.value())
                            : new Part(Kind.CONSTRAINT, owner, constraint.name()));
        }
        table.indexes().forEach(index -> parts.add(new Part(Kind.INDEX, owner, index.name())));
        return parts;
    }

    /** Of enumerations that both know. */
    private static Set<Part> newValues(Schema before, Schema after) {
        Set<Part> parts = new LinkedHashSet<>();
        for (EnumType type : after.enums()) {
            before.enumeration(type.name())
                    .ifPresent(known -> type.values().stream()
                            .filter(value -> !known.values().contains(value))
                            .forEach(value -> parts.add(new Part(Kind.ENUM_VALUE, type.name(), value))));
        }
        return parts;
    }

    private static <T> Set<Part> news(Kind kind, Collection<T> before, Collection<T> after, Function<T, Name> name) {
        if (before.equals(after)) {
            return Set.of();
        }
        Map<Name, T> known = before.stream().collect(Collectors.toMap(name, Function.identity()));
        return after.stream()
                .map(name)
                .filter(each -> !known.containsKey(each))
                .map(each -> of(kind, each))
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    /** Shape: {@code index ix_account_email} or {@code column account.email}. */
    @Override
    public String toString() {
        boolean within =
                kind == Kind.COLUMN || kind == Kind.NOT_NULL || kind == Kind.DEFAULT || kind == Kind.ENUM_VALUE;
        return kind.word + " " + (within ? owner + "." + name : Objects.equals(owner.value(), name) ? owner : name);
    }
}
