package io.limbeck.it.history;

import io.limbeck.schema.Column;
import io.limbeck.schema.Computed;
import io.limbeck.schema.EnumType;
import io.limbeck.schema.Identity;
import io.limbeck.schema.Schema;
import io.limbeck.schema.Table;
import io.limbeck.type.Enumeration;
import io.limbeck.type.Kind;
import io.limbeck.type.Literal;
import io.limbeck.type.Scalar;
import io.limbeck.type.Type;
import io.limbeck.type.Value;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.function.UnaryOperator;

/** Random columns, and values that fit them. */
final class RandomColumns {

    private static final List<Type> TYPES = List.of(
            Scalar.of(Kind.SMALLINT),
            Scalar.of(Kind.INTEGER),
            Scalar.of(Kind.INTEGER),
            Scalar.of(Kind.BIGINT),
            Scalar.of(Kind.DECIMAL, 12, 2),
            Scalar.of(Kind.VARCHAR, 40),
            Scalar.of(Kind.VARCHAR, 20),
            Scalar.of(Kind.BOOL),
            Scalar.of(Kind.DATE),
            Scalar.of(Kind.TIMESTAMP),
            Scalar.of(Kind.TEXT));

    private final Random random;
    private final UnaryOperator<String> fresh;

    RandomColumns(Random random, UnaryOperator<String> fresh) {
        this.random = random;
        this.fresh = fresh;
    }

    /** The columns of a new table, of which the first can be its key. */
    List<Column> several(Schema state) {
        List<Column> several = new ArrayList<>();
        Column key = Column.of(fresh.apply("c"), Scalar.of(Kind.INTEGER)).nullable(false);
        several.add(random.nextBoolean() ? key.identified(Optional.of(Identity.BY_DEFAULT)) : key);
        for (int i = 1 + random.nextInt(4); i > 0; i--) {
            several.add(plain(type()));
        }
        state.enums().stream()
                .skip(random.nextInt(3))
                .findFirst()
                .ifPresent(type -> several.add(plain(enumeration(type))));
        return several;
    }

    /** A column for a table that is there. */
    Column one(Table table) {
        Optional<Column> number = table.columns().stream()
                .filter(column -> column.type().equals(Scalar.of(Kind.INTEGER))
                        && column.computed().isEmpty()
                        && column.identity().isEmpty())
                .findFirst();
        return number.isPresent() && random.nextInt(6) == 0
                ? Column.of(fresh.apply("c"), Scalar.of(Kind.INTEGER))
                        .computed(Optional.of(new Computed(number.get().name() + " + 1", Optional.empty())))
                : plain(type());
    }

    private Column plain(Type type) {
        Column column = Column.of(fresh.apply("c"), type).nullable(random.nextInt(3) > 0);
        return random.nextInt(3) == 0 ? column.defaulting(defaultOf(type)) : column;
    }

    private Type type() {
        return TYPES.get(random.nextInt(TYPES.size()));
    }

    private static Enumeration enumeration(EnumType type) {
        return new Enumeration(type.name().value(), type.values());
    }

    /** A type that takes all values of another, if there is one. */
    Optional<Type> wider(Type type) {
        if (type instanceof Scalar scalar) {
            return switch (scalar.kind()) {
                case SMALLINT -> Optional.of(Scalar.of(Kind.INTEGER));
                case INTEGER -> Optional.of(Scalar.of(Kind.BIGINT));
                case DECIMAL -> Optional.of(Scalar.of(Kind.DECIMAL, 18, 2));
                case VARCHAR ->
                    Optional.of(
                            random.nextBoolean()
                                    ? Scalar.of(
                                            Kind.VARCHAR, scalar.parameters().get(0) * 2)
                                    : Scalar.of(Kind.TEXT));
                case DATE -> Optional.of(Scalar.of(Kind.TIMESTAMP));
                default -> Optional.empty();
            };
        }
        return Optional.empty();
    }

    Optional<Value> defaultOf(Type type) {
        return isText(type) ? Optional.empty() : Optional.of(value(type, 1 + random.nextInt(9)));
    }

    /** A condition that every value of {@link #value} fulfils. */
    Optional<String> condition(Column column) {
        return column.type() instanceof Scalar scalar && column.computed().isEmpty()
                ? switch (scalar.kind()) {
                    case SMALLINT, INTEGER, BIGINT, DECIMAL -> Optional.of(column.name() + " > -1");
                    case VARCHAR -> Optional.of(column.name() + " <> 'it''s'");
                    default -> Optional.empty();
                }
                : Optional.empty();
    }

    /** Whether rows that {@link #value} makes always differ in one of these columns. */
    boolean telling(Table table, List<String> names) {
        return names.stream()
                .map(name -> table.column(name).orElseThrow())
                .allMatch(column -> column.type() instanceof Scalar scalar
                        && scalar.kind() != Kind.BOOL
                        && column.computed().isEmpty());
    }

    private static boolean isText(Type type) {
        return type instanceof Scalar scalar && scalar.kind() == Kind.TEXT;
    }

    /** A value of a type, another one for another number where the type has as many. */
    Value value(Type type, int number) {
        if (type instanceof Enumeration enumeration) {
            return new Literal(
                    enumeration.values().get(number % enumeration.values().size()));
        }
        return new Literal(
                switch (((Scalar) type).kind()) {
                    case SMALLINT, INTEGER -> number;
                    case BIGINT -> (long) number;
                    case DECIMAL -> BigDecimal.valueOf(number, 2);
                    case BOOL -> number % 2 == 0;
                    case DATE -> LocalDate.of(2020, 1, 1).plusDays(number);
                    case TIMESTAMP -> LocalDateTime.of(2020, 1, 1, 0, 0).plusMinutes(number);
                    default -> "it's " + number;
                });
    }
}
