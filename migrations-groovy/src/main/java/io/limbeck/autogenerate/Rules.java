package io.limbeck.autogenerate;

import io.limbeck.operation.Operation;
import io.limbeck.schema.Column;
import io.limbeck.schema.Name;
import io.limbeck.schema.Naming;
import io.limbeck.schema.Part;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;

/**
 * What a project has to say about a comparison.
 *
 * @param includeObject what takes part
 * @param includeName what takes part, told from its name alone
 * @param compareType whether two types differ; empty leaves it to the dialect
 * @param compareDefault whether two defaults differ; empty leaves it to the dialect
 * @param rewrite the operations as they are to be written
 * @param renames what becomes of what seems to have got another name
 * @param naming by which names are told from names that somebody chose
 */
public record Rules(
        Predicate<Candidate> includeObject,
        Predicate<Part> includeName,
        ColumnRule compareType,
        ColumnRule compareDefault,
        UnaryOperator<List<Operation>> rewrite,
        Function<Rename, Rename.Answer> renames,
        Naming naming) {

    private static final int LONGEST = 63;

    /** Everything takes part, and renames are asked about. */
    public static final Rules USUAL = new Rules(
            candidate -> true,
            part -> true,
            ColumnRule.NONE,
            ColumnRule.NONE,
            UnaryOperator.identity(),
            rename -> Rename.Answer.UNDECIDED,
            Naming.of(Map.of(), LONGEST));

    /** Whether an aspect of a column differs. */
    @FunctionalInterface
    public interface ColumnRule {

        /** Leaves all to the dialect. */
        ColumnRule NONE = (table, from, to) -> Optional.empty();

        Optional<Boolean> differs(Name table, Column from, Column to);
    }

    public Rules includeObject(Predicate<Candidate> other) {
        return new Rules(other, includeName, compareType, compareDefault, rewrite, renames, naming);
    }

    public Rules includeName(Predicate<Part> other) {
        return new Rules(includeObject, other, compareType, compareDefault, rewrite, renames, naming);
    }

    public Rules compareType(ColumnRule other) {
        return new Rules(includeObject, includeName, other, compareDefault, rewrite, renames, naming);
    }

    public Rules compareDefault(ColumnRule other) {
        return new Rules(includeObject, includeName, compareType, other, rewrite, renames, naming);
    }

    public Rules rewrite(UnaryOperator<List<Operation>> other) {
        return new Rules(includeObject, includeName, compareType, compareDefault, other, renames, naming);
    }

    public Rules renames(Function<Rename, Rename.Answer> other) {
        return new Rules(includeObject, includeName, compareType, compareDefault, rewrite, other, naming);
    }

    public Rules naming(Naming other) {
        return new Rules(includeObject, includeName, compareType, compareDefault, rewrite, renames, other);
    }
}
