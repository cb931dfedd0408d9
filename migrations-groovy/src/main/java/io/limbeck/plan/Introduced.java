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

/** The names that an operation brings into the world, so that its failure does not make later ones fail too. */
final class Introduced {

    private Introduced() {}

    static List<String> by(Operation operation) {
        if (operation instanceof CreateTable create) {
            return names(create.table());
        }
        if (operation instanceof AddColumn add) {
            return names(add);
        }
        if (operation instanceof AlterColumn alter) {
            return alter.rename().stream().toList();
        }
        String name = name(operation);
        return name == null ? List.of() : List.of(name);
    }

    /** The one name that an operation brings, or null. */
    private static String name(Operation operation) {
        if (operation instanceof RenameTable rename) {
            return rename.to();
        }
        if (operation instanceof RenameColumn rename) {
            return rename.to();
        }
        if (operation instanceof AddConstraint add) {
            return add.constraint().name();
        }
        if (operation instanceof CreateIndex create) {
            return create.index().name();
        }
        if (operation instanceof RenameIndex rename) {
            return rename.to();
        }
        if (operation instanceof CreateView create) {
            return create.view().name().value();
        }
        if (operation instanceof CreateSequence create) {
            return create.sequence().name().value();
        }
        if (operation instanceof CreateSchema create) {
            return create.name();
        }
        if (operation instanceof CreateEnum create) {
            return create.type().name().value();
        }
        return operation instanceof AddEnumValue add ? add.value() : null;
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
