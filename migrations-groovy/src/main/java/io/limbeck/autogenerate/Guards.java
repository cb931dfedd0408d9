package io.limbeck.autogenerate;

import io.limbeck.dialect.Dialect;
import io.limbeck.error.Refusal;
import io.limbeck.schema.Check;
import io.limbeck.schema.Column;
import io.limbeck.schema.Constraint;
import io.limbeck.schema.Schema;
import io.limbeck.schema.Table;
import io.limbeck.sqltext.SqlTexts;
import io.limbeck.type.Enumeration;
import io.limbeck.type.Type;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Takes a substitute for a type and the check that keeps it honest for what they stand for: a catalogue tells of a varchar
 * and a check where an enumeration was asked for.
 */
final class Guards {

    private static final Pattern STRING = Pattern.compile("'((?:[^']|'')*)'");

    private final Dialect dialect;
    private final SqlTexts texts;

    Guards(Dialect dialect) {
        this.dialect = dialect;
        this.texts = new SqlTexts(dialect);
    }

    /**
     * One side as the other side sees it.
     *
     * @param other says which columns have such types
     */
    Schema understood(Schema side, Schema other) {
        Schema understood = side;
        for (Table table : side.tables()) {
            Optional<Table> namesake = other.known(table.name());
            if (namesake.isPresent()) {
                understood = understood.with(understood(table, namesake.get()));
            }
        }
        return understood;
    }

    private Table understood(Table table, Table other) {
        Table understood = table;
        for (Column wanted : other.columns()) {
            Optional<Column> is = table.column(wanted.name());
            Optional<Check> guard = guard(other, wanted);
            Optional<Check> told = guard.flatMap(check -> named(table, check.name()));
            if (is.isPresent() && told.isPresent() && guard(table, is.get()).isEmpty()) {
                Optional<Type> meant = meant(table, is.get(), told.get(), wanted, guard.get());
                if (meant.isPresent()) {
                    understood = understood
                            .changing(wanted.name(), column -> column.typed(meant.get()))
                            .changingConstraint(told.get().name(), check -> null);
                }
            }
        }
        return understood;
    }

    private Optional<Check> guard(Table table, Column column) {
        try {
            return dialect.guardCheck(table.name(), column);
        } catch (Refusal unsayable) {
            return Optional.empty();
        }
    }

    private Optional<Check> named(Table table, String name) {
        String stored = dialect.scriptName(name);
        return table.constraints(Check.class).stream()
                .filter(check -> dialect.scriptName(check.name()).equals(stored))
                .findFirst();
    }

    private Optional<Type> meant(Table table, Column is, Check told, Column wanted, Check guard) {
        Optional<Enumeration> enumeration =
                wanted.type().in(dialect.dialect()) instanceof Enumeration own ? Optional.of(own) : Optional.empty();
        if (enumeration.isPresent()) {
            Enumeration own = new Enumeration(enumeration.get().name(), strings(told));
            Type type = own.equals(enumeration.get()) ? wanted.type() : own;
            return sameWords(is.type(), own) ? Optional.of(type) : Optional.empty();
        }
        return texts.same(told.expression(), guard.expression(), Optional.of(table))
                        && sameWords(is.type(), wanted.type())
                ? Optional.of(wanted.type())
                : Optional.empty();
    }

    private boolean sameWords(Type one, Type other) {
        return dialect.normal(one).equals(dialect.normal(other));
    }

    private static List<String> strings(Constraint told) {
        List<String> strings = new ArrayList<>();
        Matcher string = STRING.matcher(((Check) told).expression());
        while (string.find()) {
            strings.add(string.group(1).replace("''", "'"));
        }
        return strings;
    }
}
