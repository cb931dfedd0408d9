package io.limbeck.autogenerate;

import io.limbeck.dialect.Dialect;
import io.limbeck.operation.RenameColumn;
import io.limbeck.schema.Column;
import io.limbeck.schema.Name;
import io.limbeck.schema.Schema;
import io.limbeck.schema.Table;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * Spells tables and columns as the other side does, where a database that folds names keeps both spellings as one: there
 * {@code ACCOUNT} in quotes is {@code account} without.
 */
final class Spelling {

    private final Dialect dialect;

    Spelling(Dialect dialect) {
        this.dialect = dialect;
    }

    Schema of(Schema side, Schema other) {
        Set<Name> wanted = other.tables().stream().map(Table::name).collect(Collectors.toCollection(TreeSet::new));
        Schema spelled = side;
        for (Table table : side.tables()) {
            Name name = table.name();
            if (!wanted.contains(name)) {
                Optional<Name> same = wanted.stream()
                        .filter(each ->
                                side.known(each).isEmpty() && stored(each).equals(stored(name)))
                        .findFirst();
                if (same.isPresent()) {
                    spelled = spelled.renaming(name, same.get());
                }
            }
        }
        for (Table table : other.tables()) {
            Optional<Table> known = spelled.known(table.name());
            if (known.isPresent()) {
                spelled = columns(spelled, known.get(), table);
            }
        }
        return spelled;
    }

    private Schema columns(Schema side, Table known, Table other) {
        Schema spelled = side;
        for (Column column : known.columns()) {
            if (other.column(column.name()).isEmpty()) {
                Optional<String> same = other.columnNames().stream()
                        .filter(each -> known.column(each).isEmpty()
                                && dialect.scriptName(each).equals(dialect.scriptName(column.name())))
                        .findFirst();
                if (same.isPresent()) {
                    spelled = new RenameColumn(known.name(), column.name(), same.get()).apply(spelled);
                }
            }
        }
        return spelled;
    }

    private Name stored(Name name) {
        return new Name(
                name.schema() == null ? null : dialect.scriptName(name.schema()), dialect.scriptName(name.value()));
    }
}
