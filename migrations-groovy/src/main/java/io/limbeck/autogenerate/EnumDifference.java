package io.limbeck.autogenerate;

import io.limbeck.dialect.Dialect;
import io.limbeck.error.Refusal;
import io.limbeck.operation.AddEnumValue;
import io.limbeck.operation.AlterColumn;
import io.limbeck.operation.CreateEnum;
import io.limbeck.operation.DropEnum;
import io.limbeck.schema.Column;
import io.limbeck.schema.EnumType;
import io.limbeck.schema.Name;
import io.limbeck.schema.Schema;
import io.limbeck.schema.Table;
import io.limbeck.sql.Feature;
import io.limbeck.type.Enumeration;
import io.limbeck.type.Kind;
import io.limbeck.type.Scalar;
import java.util.List;
import java.util.Optional;

/** The enumeration types that come, grow and go, where the dialect has them. */
final class EnumDifference {

    private final Building building;
    private final Schema to;
    private final Likeness likeness;
    private final Dialect dialect;

    EnumDifference(Building building, Schema to, Likeness likeness, Dialect dialect) {
        this.building = building;
        this.to = to;
        this.likeness = likeness;
        this.dialect = dialect;
    }

    /** New types that no column brings along, and new values. */
    void before() {
        for (EnumType wanted : to.enums()) {
            Optional<EnumType> known = building.state().enumeration(wanted.name());
            if (known.isEmpty()) {
                if (dialect.supports(Feature.ENUM_TYPES) && !brought(wanted.name())) {
                    building.add(new CreateEnum(wanted));
                }
            } else if (!likeness.same(known.get(), wanted)) {
                grow(known.get(), wanted);
            }
        }
    }

    private boolean brought(Name type) {
        return to.tables().stream().anyMatch(table -> uses(table, type));
    }

    private static boolean uses(Table table, Name type) {
        return table.columns().stream().anyMatch(column -> uses(table, column, type));
    }

    private static boolean uses(Table table, Column column, Name type) {
        return Enumeration.of(column.type())
                .filter(used -> table.name().sibling(used.name()).equals(type))
                .isPresent();
    }

    private void grow(EnumType known, EnumType wanted) {
        List<String> values = wanted.values();
        List<String> kept = values.stream().filter(known.values()::contains).toList();
        if (!takesValues(wanted.name())) {
            return;
        }
        if (!kept.equals(known.values()) || !known.values().contains(values.get(0))) {
            if (dialect.supports(Feature.ENUM_TYPES)) {
                replace(known, wanted);
            }
            return;
        }
        for (String value : values) {
            List<String> now = building.state()
                    .enumeration(wanted.name())
                    .map(EnumType::values)
                    .orElseThrow();
            if (!now.contains(value)) {
                String before = values.get(values.indexOf(value) - 1);
                boolean last = now.get(now.size() - 1).equals(before);
                building.add(new AddEnumValue(wanted.name(), value, last ? Optional.empty() : Optional.of(before)));
            }
        }
    }

    /**
     * No database takes a value from a type, or puts one in the first place: the columns become text meanwhile, and are
     * of the new type when their turn comes.
     */
    private void replace(EnumType known, EnumType wanted) {
        List<String> lost = known.values().stream()
                .filter(value -> !wanted.values().contains(value))
                .toList();
        Scalar text = Scalar.of(
                Kind.VARCHAR,
                known.values().stream().mapToInt(String::length).max().orElse(1));
        for (Table table : List.copyOf(building.state().tables())) {
            for (Column column : table.columns()) {
                if (uses(table, column, known.name())) {
                    AlterColumn alter = AlterColumn.typed(table.name(), column.name(), text);
                    if (lost.isEmpty()) {
                        building.add(alter);
                    } else {
                        building.add(
                                alter,
                                "'" + wanted.name() + "' loses " + String.join(", ", lost)
                                        + "; rows that have it fail when the column gets its new type.");
                    }
                }
            }
        }
        building.add(new DropEnum(known.name()));
        building.add(new CreateEnum(wanted));
    }

    private boolean takesValues(Name type) {
        try {
            dialect.render(new AddEnumValue(type, "x", Optional.empty()), building.state());
            return true;
        } catch (Refusal refused) {
            return false;
        }
    }

    /** Types that nobody wants any more. */
    void behind() {
        if (!dialect.supports(Feature.ENUM_TYPES)) {
            return;
        }
        for (EnumType known : List.copyOf(building.state().enums())) {
            if (to.enumeration(known.name()).isEmpty() && !brought(known.name())) {
                building.add(new DropEnum(known.name()));
            }
        }
    }
}
