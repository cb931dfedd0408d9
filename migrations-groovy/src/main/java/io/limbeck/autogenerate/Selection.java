package io.limbeck.autogenerate;

import io.limbeck.schema.Column;
import io.limbeck.schema.Constraint;
import io.limbeck.schema.EnumType;
import io.limbeck.schema.Index;
import io.limbeck.schema.Name;
import io.limbeck.schema.Part;
import io.limbeck.schema.PrimaryKey;
import io.limbeck.schema.Schema;
import io.limbeck.schema.Sequence;
import io.limbeck.schema.Table;
import io.limbeck.schema.View;
import java.util.List;
import java.util.Optional;

/** What takes part in a comparison: all but temporary tables and what the rules leave out. */
final class Selection {

    private final Rules rules;
    private final Schema other;
    private final boolean reflected;

    private Selection(Rules rules, Schema other, boolean reflected) {
        this.rules = rules;
        this.other = other;
        this.reflected = reflected;
    }

    /**
     * @param other the other side
     * @param reflected whether this side is there already, rather than wanted
     */
    static Schema of(Schema side, Schema other, boolean reflected, Rules rules) {
        return new Selection(rules, other, reflected).selected(side);
    }

    private Schema selected(Schema side) {
        Schema selected = side;
        for (Table table : side.tables()) {
            Optional<Table> namesake = other.known(table.name());
            selected = table.temporary() || !takes(Part.Kind.TABLE, table.name(), table, namesake)
                    ? selected.without(table.name())
                    : selected.with(selected(table, namesake));
        }
        for (Sequence sequence : side.sequences()) {
            if (!takes(Part.Kind.SEQUENCE, sequence.name(), sequence, other.sequence(sequence.name()))) {
                selected = selected.withoutSequence(sequence.name());
            }
        }
        for (View view : side.views()) {
            if (!takes(Part.Kind.VIEW, view.name(), view, other.view(view.name()))) {
                selected = selected.withoutView(view.name());
            }
        }
        for (EnumType type : side.enums()) {
            if (!takes(Part.Kind.ENUM, type.name(), type, other.enumeration(type.name()))) {
                selected = selected.withoutEnum(type.name());
            }
        }
        for (String schema : side.schemas()) {
            Optional<String> namesake = Optional.of(schema).filter(other::hasSchema);
            if (!takes(Part.Kind.SCHEMA, Name.of(schema), schema, namesake)) {
                selected = selected.withoutSchema(schema);
            }
        }
        return selected;
    }

    /** A column that is left out takes along what hangs on it. */
    private Table selected(Table table, Optional<Table> namesake) {
        Table selected = table;
        for (Column column : table.columns()) {
            if (!takes(
                    Part.Kind.COLUMN,
                    table.name(),
                    column.name(),
                    column,
                    namesake.flatMap(known -> known.column(column.name())))) {
                selected = selected.withoutColumn(column.name());
            }
        }
        List<Constraint> constraints = selected.constraints().stream()
                .filter(constraint -> takes(
                        constraint instanceof PrimaryKey ? Part.Kind.PRIMARY_KEY : Part.Kind.CONSTRAINT,
                        table.name(),
                        constraint.name(),
                        constraint,
                        namesake.flatMap(known -> known.constraint(constraint.name()))))
                .toList();
        List<Index> indexes = selected.indexes().stream()
                .filter(index -> takes(
                        Part.Kind.INDEX,
                        table.name(),
                        index.name(),
                        index,
                        namesake.flatMap(known -> known.index(index.name()))))
                .toList();
        return selected.constraints(constraints).indexes(indexes);
    }

    private boolean takes(Part.Kind kind, Name name, Object thing, Optional<?> counterpart) {
        return takes(kind, name, name.value(), thing, counterpart);
    }

    private boolean takes(Part.Kind kind, Name owner, String name, Object thing, Optional<?> counterpart) {
        Part part = new Part(kind, owner, name);
        return rules.includeName().test(part)
                && rules.includeObject()
                        .test(new Candidate(part, thing, reflected, counterpart.map(Object.class::cast)));
    }
}
