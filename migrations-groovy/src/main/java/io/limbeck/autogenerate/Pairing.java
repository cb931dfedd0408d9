package io.limbeck.autogenerate;

import io.limbeck.dialect.Dialect;
import io.limbeck.schema.Constraint;
import io.limbeck.schema.Index;
import io.limbeck.schema.IndexPart;
import io.limbeck.schema.PrimaryKey;
import io.limbeck.schema.Table;
import io.limbeck.schema.Unique;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BiPredicate;

/**
 * The constraints and indexes of two tables that are not the same.
 *
 * <p>Two of equal content are the same when they have the same name, or when one of the names is one that nobody chose;
 * the name of a primary key never counts, as taking it away takes every foreign key along.
 *
 * @param gone constraints that are there and not wanted
 * @param missing constraints that are wanted and not there
 */
record Pairing(List<Constraint> gone, List<Constraint> missing, List<Index> goneIndexes, List<Index> missingIndexes) {

    static Pairing of(Table from, Table to, Likeness likeness, Names names, Dialect dialect) {
        List<Constraint> gone = new ArrayList<>(from.constraints());
        List<Constraint> missing = new ArrayList<>(to.constraints());
        pair(
                gone,
                missing,
                (one, other) -> sameName(dialect, one.name(), other.name()) && likeness.same(from, one, other));
        pair(
                gone,
                missing,
                (one, other) -> likeness.same(from, one, other)
                        && (one instanceof PrimaryKey || names.generated(from, one) || names.generated(to, other)));
        List<Index> goneIndexes = new ArrayList<>(from.indexes());
        List<Index> missingIndexes = new ArrayList<>(to.indexes());
        pair(
                goneIndexes,
                missingIndexes,
                (one, other) -> sameName(dialect, one.name(), other.name()) && likeness.same(from, one, other));
        pair(
                goneIndexes,
                missingIndexes,
                (one, other) ->
                        likeness.same(from, one, other) && (names.generated(from, one) || names.generated(to, other)));
        if (dialect.isUniqueIndex()) {
            pair(
                    goneIndexes,
                    missing,
                    (index, constraint) -> serves(index, constraint)
                            && (index.name().equals(constraint.name())
                                    || names.generated(from, index)
                                    || names.generated(to, constraint)));
            pair(
                    gone,
                    missingIndexes,
                    (constraint, index) -> serves(index, constraint)
                            && (index.name().equals(constraint.name())
                                    || names.generated(from, constraint)
                                    || names.generated(to, index)));
        }
        goneIndexes.removeIf(index -> !dialect.isBuilt(index, from));
        missingIndexes.removeIf(index -> !dialect.isBuilt(index, to));
        return new Pairing(gone, missing, goneIndexes, missingIndexes);
    }

    private static boolean sameName(Dialect dialect, String one, String other) {
        return one.equals(other) || dialect.scriptName(one).equals(dialect.scriptName(other));
    }

    private static <A, B> void pair(List<A> gone, List<B> missing, BiPredicate<A, B> same) {
        for (B wanted : List.copyOf(missing)) {
            Optional<A> found =
                    gone.stream().filter(each -> same.test(each, wanted)).findFirst();
            found.ifPresent(each -> {
                gone.remove(each);
                missing.remove(wanted);
            });
        }
    }

    /** Whether an index is nothing but a unique constraint. */
    private static boolean serves(Index index, Constraint constraint) {
        return constraint instanceof Unique unique
                && index.unique()
                && index.where().isEmpty()
                && index.parts().stream().allMatch(part -> part.equals(IndexPart.column(part.text())))
                && index.parts().stream().map(IndexPart::text).toList().equals(unique.columns());
    }
}
