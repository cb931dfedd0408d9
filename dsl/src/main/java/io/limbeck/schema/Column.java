package io.limbeck.schema;

import io.limbeck.type.Type;
import io.limbeck.type.Value;
import java.util.Objects;
import java.util.Optional;
import java.util.function.UnaryOperator;

/** A column of a table, without the constraints and indexes that name it. */
public record Column(
        String name,
        Type type,
        boolean nullable,
        Optional<Value> defaultValue,
        Optional<Identity> identity,
        Optional<Computed> computed,
        Optional<String> collation,
        Optional<String> comment) {

    public Column {
        Objects.requireNonNull(name, "name");
        Objects.requireNonNull(type, "type");
    }

    /** A nullable column with nothing special about it. */
    public static Column of(String name, Type type) {
        return new Column(
                name,
                type,
                true,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
    }

    public Column named(String other) {
        return new Column(other, type, nullable, defaultValue, identity, computed, collation, comment);
    }

    /** This column with each column renamed, itself and those that it is computed from. */
    public Column renaming(UnaryOperator<String> columnName) {
        return named(columnName.apply(name))
                .computed(computed.map(
                        rule -> new Computed(SqlText.renaming(rule.expression(), columnName), rule.stored())));
    }

    public Column typed(Type other) {
        return new Column(name, other, nullable, defaultValue, identity, computed, collation, comment);
    }

    public Column nullable(boolean other) {
        return new Column(name, type, other, defaultValue, identity, computed, collation, comment);
    }

    public Column defaulting(Optional<Value> other) {
        return new Column(name, type, nullable, other, identity, computed, collation, comment);
    }

    public Column identified(Optional<Identity> other) {
        return new Column(name, type, nullable, defaultValue, other, computed, collation, comment);
    }

    public Column computed(Optional<Computed> other) {
        return new Column(name, type, nullable, defaultValue, identity, other, collation, comment);
    }

    public Column commented(Optional<String> other) {
        return new Column(name, type, nullable, defaultValue, identity, computed, collation, other);
    }
}
