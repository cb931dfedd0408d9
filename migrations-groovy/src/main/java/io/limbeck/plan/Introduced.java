package io.limbeck.plan;

import io.limbeck.operation.AddColumn;
import io.limbeck.operation.AddConstraint;
import io.limbeck.operation.AddEnumValue;
import io.limbeck.operation.AlterColumn;
import io.limbeck.operation.CreateEnum;
import io.limbeck.operation.CreateIndex;
import io.limbeck.operation.CreateSchema;
import io.limbeck.operation.CreateSequence;
import io.limbeck.operation.CreateTable;
import io.limbeck.operation.CreateView;
import io.limbeck.operation.Operation;
import io.limbeck.operation.RenameColumn;
import io.limbeck.operation.RenameIndex;
import io.limbeck.operation.RenameTable;
import io.limbeck.schema.Constraint;
import io.limbeck.schema.Index;
import io.limbeck.schema.Table;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** The names that an operation brings into the world, so that its failure does not make later ones fail too. */
final class Introduced {

    private static final Map<Class<? extends Operation>, Function<Operation, List<String>>> NAMES = Map.ofEntries(
            Map.entry(CreateTable.class, operation -> names(((CreateTable) operation).table())),
            Map.entry(RenameTable.class, operation -> List.of(((RenameTable) operation).to())),
            Map.entry(AddColumn.class, operation -> names((AddColumn) operation)),
            Map.entry(RenameColumn.class, operation -> List.of(((RenameColumn) operation).to())),
            Map.entry(
                    AlterColumn.class,
                    operation -> ((AlterColumn) operation).rename().stream().toList()),
            Map.entry(
                    AddConstraint.class,
                    operation ->
                            List.of(((AddConstraint) operation).constraint().name())),
            Map.entry(
                    CreateIndex.class,
                    operation -> List.of(((CreateIndex) operation).index().name())),
            Map.entry(RenameIndex.class, operation -> List.of(((RenameIndex) operation).to())),
            Map.entry(
                    CreateView.class,
                    operation -> List.of(((CreateView) operation).view().name().value())),
            Map.entry(
                    CreateSequence.class,
                    operation -> List.of(
                            ((CreateSequence) operation).sequence().name().value())),
            Map.entry(CreateSchema.class, operation -> List.of(((CreateSchema) operation).name())),
            Map.entry(
                    CreateEnum.class,
                    operation -> List.of(((CreateEnum) operation).type().name().value())),
            Map.entry(AddEnumValue.class, operation -> List.of(((AddEnumValue) operation).value())));

    private Introduced() {}

    static List<String> by(Operation operation) {
        return NAMES.getOrDefault(operation.getClass(), nothing -> List.of()).apply(operation);
    }

    private static List<String> names(Table table) {
        List<String> names = new ArrayList<>(table.columnNames());
        names.add(table.name().value());
        table.constraints().stream().map(Constraint::name).forEach(names::add);
        table.indexes().stream().map(Index::name).forEach(names::add);
        return names;
    }

    private static List<String> names(AddColumn added) {
        List<String> names = new ArrayList<>(List.of(added.column().name()));
        added.constraints().stream().map(Constraint::name).forEach(names::add);
        added.indexes().stream().map(Index::name).forEach(names::add);
        return names;
    }
}
