package io.limbeck.autogenerate;

import io.limbeck.operation.AddColumn;
import io.limbeck.operation.DropColumn;
import io.limbeck.operation.Operation;
import io.limbeck.operation.RenameColumn;
import io.limbeck.operation.RenameTable;
import io.limbeck.schema.Column;
import io.limbeck.schema.Name;
import io.limbeck.schema.Schema;
import io.limbeck.schema.Table;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/**
 * Finds what seems to have got another name, the best matches first, and each thing once.
 *
 * <p>A column that goes and one that comes are taken for one when they have the same type and half of these speaks for
 * it: the likeness of the names (half of the weight), the same place among the neighbours that stay (three tenths), and
 * being alike in all other respects (two tenths). A table is taken for one when both have most of their columns in
 * common: at least half of all columns of the two are equal in name and type, or fewer where the names are alike.
 */
final class Renames {

    private static final double ENOUGH = 0.5;
    private static final double NAME = 0.5;
    private static final double PLACE = 0.3;
    private static final double REST = 0.2;

    private final Building building;
    private final Schema to;
    private final Likeness likeness;
    private final Names names;
    private final Rules rules;

    Renames(Building building, Schema to, Likeness likeness, Names names, Rules rules) {
        this.building = building;
        this.to = to;
        this.likeness = likeness;
        this.names = names;
        this.rules = rules;
    }

    private record Match<T>(T from, T to, double score) {}

    void write() {
        tables();
        for (Table wanted : to.tables()) {
            building.state().known(wanted.name()).ifPresent(known -> columns(known, wanted));
        }
    }

    // ---- tables

    private void tables() {
        List<Match<Table>> matches = new ArrayList<>();
        for (Table from : building.state().tables()) {
            for (Table wanted : to.tables()) {
                boolean free = to.known(from.name()).isEmpty()
                        && building.state().known(wanted.name()).isEmpty();
                if (free && Objects.equals(from.name().schema(), wanted.name().schema())) {
                    matches.add(new Match<>(from, wanted, score(from, wanted)));
                }
            }
        }
        for (Match<Table> match : best(matches)) {
            Name from = match.from().name();
            Name wanted = match.to().name();
            Rename rename = new Rename(
                    from,
                    Optional.empty(),
                    wanted.value(),
                    common(match.from(), match.to()) + " of " + union(match.from(), match.to())
                            + " columns are the same");
            propose(
                    rename,
                    new RenameTable(from, wanted.value()),
                    "If these are two tables, drop the one and create the other instead; then the rows of '" + from
                            + "' are lost.");
            if (building.state().known(wanted).isPresent()) {
                names.renamed(from, wanted);
            }
        }
    }

    private double score(Table from, Table wanted) {
        double shape = (double) common(from, wanted) / union(from, wanted);
        return shape * (1 - PLACE) + likeness(from.name().value(), wanted.name().value()) * PLACE;
    }

    private long common(Table from, Table wanted) {
        return from.columns().stream()
                .filter(column -> wanted.column(column.name())
                        .filter(other -> likeness.sameType(from.name(), column, other))
                        .isPresent())
                .count();
    }

    private static int union(Table from, Table wanted) {
        Set<String> all = new HashSet<>(from.columnNames());
        all.addAll(wanted.columnNames());
        return all.size();
    }

    // ---- columns

    private void columns(Table known, Table wanted) {
        List<Match<Column>> matches = new ArrayList<>();
        for (Column from : known.columns()) {
            for (Column column : wanted.columns()) {
                boolean free = wanted.column(from.name()).isEmpty()
                        && known.column(column.name()).isEmpty();
                if (free && alike(known, from, column)) {
                    matches.add(new Match<>(from, column, score(known, from, wanted, column)));
                }
            }
        }
        for (Match<Column> match : best(matches)) {
            String from = match.from().name();
            String column = match.to().name();
            Rename rename = new Rename(known.name(), Optional.of(from), column, why(known, wanted, match));
            List<Operation> instead = List.of(
                    new AddColumn(known.name(), match.to(), List.of(), List.of(), Optional.empty(), false, false),
                    new DropColumn(known.name(), from, false));
            propose(
                    rename,
                    new RenameColumn(known.name(), from, column),
                    "If these are two columns, write this instead; then what '" + from + "' holds is lost:\n"
                            + instead.get(0).script() + "\n" + instead.get(1).script());
            if (building.state()
                    .known(known.name())
                    .flatMap(table -> table.column(column))
                    .isPresent()) {
                names.renamed(known.name(), from, column);
            }
        }
    }

    private boolean alike(Table table, Column from, Column to) {
        return likeness.sameType(table.name(), from, to) && likeness.sameComputation(table, from, to);
    }

    private double score(Table known, Column from, Table wanted, Column to) {
        return likeness(from.name(), to.name()) * NAME
                + (samePlace(known, from, wanted, to) ? PLACE : 0)
                + (sameRest(known, from, to) ? REST : 0);
    }

    private String why(Table known, Table wanted, Match<Column> match) {
        List<String> reasons = new ArrayList<>();
        reasons.add("the same type");
        if (samePlace(known, match.from(), wanted, match.to())) {
            reasons.add("the same place");
        }
        if (likeness(match.from().name(), match.to().name()) >= ENOUGH) {
            reasons.add("a similar name");
        }
        return String.join(", ", reasons);
    }

    private boolean sameRest(Table table, Column from, Column to) {
        return from.nullable() == to.nullable()
                && likeness.sameDefault(table.name(), from, to)
                && likeness.sameIdentity(from, to);
    }

    /** Whether the nearest columns before and behind that both tables have are the same. */
    private static boolean samePlace(Table known, Column from, Table wanted, Column to) {
        return neighbour(known, from, wanted, -1).equals(neighbour(wanted, to, known, -1))
                && neighbour(known, from, wanted, 1).equals(neighbour(wanted, to, known, 1));
    }

    private static Optional<String> neighbour(Table table, Column column, Table other, int step) {
        List<String> columns = table.columnNames();
        for (int i = columns.indexOf(column.name()) + step; i >= 0 && i < columns.size(); i += step) {
            if (other.column(columns.get(i)).isPresent()) {
                return Optional.of(columns.get(i));
            }
        }
        return Optional.empty();
    }

    // ---- both

    private void propose(Rename rename, Operation operation, String alternative) {
        Rename.Answer answer = rules.renames().apply(rename);
        if (answer == Rename.Answer.SAME) {
            building.add(operation);
        } else if (answer == Rename.Answer.UNDECIDED) {
            building.add(
                    operation,
                    "'" + rename.column().orElse(rename.table().value()) + "' seems to be '" + rename.to() + "' now ("
                            + rename.why() + ").",
                    alternative);
        }
    }

    private static <T> List<Match<T>> best(List<Match<T>> matches) {
        List<Match<T>> best = new ArrayList<>();
        List<Match<T>> sorted = new ArrayList<>(matches);
        sorted.sort(Comparator.comparingDouble(match -> -match.score()));
        for (Match<T> match : sorted) {
            boolean taken = best.stream().anyMatch(each -> each.from() == match.from() || each.to() == match.to());
            if (match.score() >= ENOUGH && !taken) {
                best.add(match);
            }
        }
        return best;
    }

    /** How alike two names are, from 0 to 1: what a plain edit leaves, or the share of the words in common. */
    static double likeness(String one, String other) {
        if (one.equals(other)) {
            return 1;
        }
        int longest = Math.max(one.length(), other.length());
        double edit = 1 - (double) distance(one, other) / longest;
        Set<String> words = new HashSet<>(List.of(one.split("_")));
        Set<String> others = Set.of(other.split("_")).isEmpty() ? Set.of() : new HashSet<>(List.of(other.split("_")));
        Set<String> all = new HashSet<>(words);
        all.addAll(others);
        words.retainAll(others);
        return Math.max(edit, (double) words.size() / all.size());
    }

    private static int distance(String one, String other) {
        int[] previous = new int[other.length() + 1];
        for (int j = 0; j <= other.length(); j++) {
            previous[j] = j;
        }
        for (int i = 1; i <= one.length(); i++) {
            int[] current = new int[other.length() + 1];
            current[0] = i;
            for (int j = 1; j <= other.length(); j++) {
                int change = one.charAt(i - 1) == other.charAt(j - 1) ? 0 : 1;
                current[j] = Math.min(Math.min(current[j - 1], previous[j]) + 1, previous[j - 1] + change);
            }
            previous = current;
        }
        return previous[other.length()];
    }
}
