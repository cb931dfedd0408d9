package io.limbeck.merge;

import io.limbeck.dsl.Recorded;
import io.limbeck.operation.Data;
import io.limbeck.operation.Execute;
import io.limbeck.operation.Insert;
import io.limbeck.operation.InsertFile;
import io.limbeck.operation.Operation;
import io.limbeck.operation.RowChange;
import io.limbeck.schema.Constraint;
import io.limbeck.schema.Name;
import io.limbeck.schema.PrimaryKey;
import io.limbeck.schema.Schema;
import io.limbeck.schema.Sequence;
import io.limbeck.schema.Table;
import io.limbeck.schema.Unique;
import io.limbeck.schema.View;
import io.limbeck.type.Value;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** What the schema state cannot tell: rows that both branches change, raw SQL about what the other one changes, code. */
final class Doubts {

    private static final Pattern WORD = Pattern.compile("[\\p{L}_][\\p{L}\\p{N}_$]*");

    /**
     * One operation and what it is about.
     *
     * @param objects the tables, views and others that it changes, or whose rows it changes
     * @param words the names that its raw SQL speaks of; empty where it is not raw
     */
    private record Step(Recorded recorded, Set<Name> objects, Set<String> words, Schema before) {

        Operation operation() {
            return recorded.operation();
        }
    }

    private Doubts() {}

    static List<Clash> between(Schema ancestor, List<Recorded> one, List<Recorded> other) {
        List<Clash> doubts = new ArrayList<>();
        List<Step> rights = steps(ancestor, other);
        Set<Recorded> code = new HashSet<>();
        for (Step left : steps(ancestor, one)) {
            for (Step right : rights) {
                doubt(left, right)
                        .filter(fact -> isNews(left, code) && isNews(right, code))
                        .ifPresent(fact -> doubts.add(new Clash(left.recorded(), right.recorded(), false, fact)));
            }
        }
        return doubts;
    }

    /** Whether it is no code, or code that no doubt was told of yet: one is enough for each. */
    private static boolean isNews(Step step, Set<Recorded> told) {
        return !(step.operation() instanceof Data) || told.add(step.recorded());
    }

    private static List<Step> steps(Schema ancestor, List<Recorded> operations) {
        List<Step> steps = new ArrayList<>();
        Schema state = ancestor;
        for (Recorded recorded : operations) {
            Schema after = Commutation.Outcome.of(recorded, state).state().orElse(state);
            Set<Name> objects = new HashSet<>(changed(state, after));
            rowsOf(recorded.operation()).ifPresent(objects::add);
            Set<String> words =
                    recorded.operation() instanceof Execute execute ? words(execute.sql()) : Set.<String>of();
            steps.add(new Step(recorded, objects, words, state));
            state = after;
        }
        return steps;
    }

    private static Set<Name> changed(Schema before, Schema after) {
        Set<Name> names = new TreeSet<>(Differences.changed(before.tables(), after.tables(), Table::name));
        names.addAll(Differences.changed(before.views(), after.views(), View::name));
        names.addAll(Differences.changed(before.sequences(), after.sequences(), Sequence::name));
        return names;
    }

    private static Optional<String> doubt(Step left, Step right) {
        if (left.operation() instanceof Data || right.operation() instanceof Data) {
            Step step = left.operation() instanceof Data ? right : left;
            boolean something =
                    !step.objects().isEmpty() || !step.words().isEmpty() || step.operation() instanceof Data;
            return something ? Optional.of("nobody can tell what code does to rows") : Optional.empty();
        }
        if (!left.words().isEmpty() || !right.words().isEmpty()) {
            return shared(left, right)
                    .map(name -> "raw SQL of one branch speaks of '" + name + "', and so does the other branch");
        }
        Optional<Name> rows = rowsOf(left.operation())
                .filter(rowsOf(right.operation()).map(Set::of).orElse(Set.of())::contains);
        if (rows.isEmpty()) {
            return Optional.empty();
        }
        if (left.operation() instanceof Insert one && right.operation() instanceof Insert other) {
            return sameRow(left.before(), one, other)
                    ? Optional.of("both branches insert the same row into table '" + rows.get() + "'")
                    : Optional.empty();
        }
        return isInsert(left) && isInsert(right)
                ? Optional.empty()
                : Optional.of("both branches change rows of table '" + rows.get() + "'");
    }

    private static boolean isInsert(Step step) {
        return step.operation() instanceof Insert || step.operation() instanceof InsertFile;
    }

    /** A name that one side's raw SQL and the other side speak of. */
    private static Optional<String> shared(Step left, Step right) {
        Set<String> known = new HashSet<>(names(left.before()));
        known.addAll(names(right.before()));
        Set<String> shared = new TreeSet<>(spoken(left));
        shared.retainAll(spoken(right));
        boolean bothRaw = !left.words().isEmpty() && !right.words().isEmpty();
        return shared.stream().filter(word -> !bothRaw || known.contains(word)).findFirst();
    }

    private static Set<String> spoken(Step step) {
        Set<String> spoken = new TreeSet<>(step.words());
        step.objects().forEach(name -> spoken.add(name.value().toLowerCase(Locale.ROOT)));
        return spoken;
    }

    private static Set<String> names(Schema state) {
        Set<String> names = new HashSet<>();
        Stream.of(
                        state.tables().stream().map(Table::name),
                        state.views().stream().map(View::name))
                .flatMap(each -> each)
                .forEach(name -> names.add(name.value().toLowerCase(Locale.ROOT)));
        return names;
    }

    private static Set<String> words(String sql) {
        Set<String> words = new TreeSet<>();
        Matcher word = WORD.matcher(sql);
        while (word.find()) {
            words.add(word.group().toLowerCase(Locale.ROOT));
        }
        return words;
    }

    private static boolean sameRow(Schema state, Insert one, Insert other) {
        Optional<Table> table = state.known(one.table());
        Stream<Constraint> keys = table.stream()
                .flatMap(known -> known.constraints().stream())
                .filter(constraint -> constraint instanceof PrimaryKey || constraint instanceof Unique);
        return keys.map(Constraint::columns)
                .anyMatch(columns -> one.rows().stream()
                        .anyMatch(row -> other.rows().stream().anyMatch(next -> alike(columns, row, next))));
    }

    private static boolean alike(List<String> columns, Map<String, Value> one, Map<String, Value> other) {
        return columns.stream()
                .allMatch(column -> one.get(column) != null && one.get(column).equals(other.get(column)));
    }

    private static Optional<Name> rowsOf(Operation operation) {
        return operation instanceof RowChange rows ? Optional.of(rows.table()) : Optional.empty();
    }
}
