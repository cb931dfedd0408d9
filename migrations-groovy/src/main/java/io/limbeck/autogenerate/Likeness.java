package io.limbeck.autogenerate;

import io.limbeck.dialect.Dialect;
import io.limbeck.error.Refusal;
import io.limbeck.schema.Check;
import io.limbeck.schema.Column;
import io.limbeck.schema.Computed;
import io.limbeck.schema.Constraint;
import io.limbeck.schema.EnumType;
import io.limbeck.schema.Exclusion;
import io.limbeck.schema.Identity;
import io.limbeck.schema.Index;
import io.limbeck.schema.IndexPart;
import io.limbeck.schema.Name;
import io.limbeck.schema.Sequence;
import io.limbeck.schema.View;
import io.limbeck.sql.Feature;
import io.limbeck.type.Value;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * What is the same in a database of one dialect.
 *
 * <p>Two definitions are the same when the dialect words them alike, expressions in them apart, which are compared by
 * {@link Expressions}; what the dialect refuses to word is the same only when it is equal.
 */
final class Likeness {

    private static final String NEUTRAL = "x";
    private static final Name TABLE = Name.of("x");

    private final Dialect dialect;
    private final Rules rules;
    private final Expressions expressions;

    Likeness(Dialect dialect, Rules rules) {
        this.dialect = dialect;
        this.rules = rules;
        this.expressions = new Expressions(dialect);
    }

    // ---- columns

    boolean sameType(Name table, Column from, Column to) {
        return !rules.compareType()
                .differs(table, from, to)
                .orElseGet(() -> !dialect.normal(from.type()).equals(dialect.normal(to.type())));
    }

    boolean sameDefault(Name table, Column from, Column to) {
        return !rules.compareDefault().differs(table, from, to).orElseGet(() -> !sameValue(from, to));
    }

    private boolean sameValue(Column from, Column to) {
        Optional<String> one = from.defaultValue().map(value -> value(value, from));
        Optional<String> other = to.defaultValue().map(value -> value(value, to));
        return one.filter(text -> !text.equals("NULL")).equals(other.filter(text -> !text.equals("NULL")));
    }

    private String value(Value value, Column column) {
        try {
            return expressions.value(dialect.literal(value, column.type()), dialect.normal(column.type()));
        } catch (Refusal unsayable) {
            return value.script();
        }
    }

    boolean sameIdentity(Column from, Column to) {
        return from.identity()
                .map(identity -> usual(identity, from))
                .equals(to.identity().map(identity -> usual(identity, to)));
    }

    private Identity usual(Identity identity, Column column) {
        Identity whole = dialect.normal(identity, column.type());
        return new Identity(
                whole.always(),
                Optional.empty(),
                whole.increment(),
                whole.min(),
                whole.max(),
                whole.cycle(),
                dialect.supports(Feature.SEQUENCE_CACHE) ? whole.cache() : Optional.empty());
    }

    boolean sameComputation(Column from, Column to) {
        if (from.computed().isEmpty() || to.computed().isEmpty()) {
            return from.computed().equals(to.computed());
        }
        Computed one = dialect.normal(from.computed().get());
        Computed other = dialect.normal(to.computed().get());
        return one.stored().equals(other.stored()) && expressions.same(one.expression(), other.expression());
    }

    boolean sameCollation(Column from, Column to) {
        return to.collation().isEmpty() || from.collation().equals(to.collation());
    }

    boolean sameComment(Optional<String> from, Optional<String> to) {
        return !dialect.supports(Feature.COMMENTS)
                || from.filter(text -> !text.isEmpty()).equals(to.filter(text -> !text.isEmpty()));
    }

    // ---- constraints and indexes, names apart

    boolean same(Constraint from, Constraint to) {
        if (from instanceof Check one && to instanceof Check other) {
            return one.valid() == other.valid() && expressions.same(one.expression(), other.expression());
        }
        if (from instanceof Exclusion one && to instanceof Exclusion other) {
            return definition(bare(one)).equals(definition(bare(other)))
                    && sameText(one.where(), other.where());
        }
        return from.getClass() == to.getClass() && definition(from).equals(definition(to));
    }

    private static Exclusion bare(Exclusion exclusion) {
        return new Exclusion(NEUTRAL, exclusion.elements(), exclusion.using(), Optional.empty(), exclusion.deferral());
    }

    private Object definition(Constraint constraint) {
        Constraint neutral = constraint.named(NEUTRAL);
        return worded(() -> dialect.constraintDefinition(neutral), neutral);
    }

    boolean same(Index from, Index to) {
        return from.parts().size() == to.parts().size()
                && sameText(from.where(), to.where())
                && sameExpressions(from.parts(), to.parts())
                && definition(from).equals(definition(to));
    }

    private boolean sameExpressions(List<IndexPart> from, List<IndexPart> to) {
        for (int i = 0; i < from.size(); i++) {
            IndexPart one = from.get(i);
            IndexPart other = to.get(i);
            if (one.expression() != other.expression()
                    || one.expression() && !expressions.same(one.text(), other.text())) {
                return false;
            }
        }
        return true;
    }

    /** The index in words, where expressions and the condition, compared already, are left out. */
    private Object definition(Index index) {
        List<IndexPart> parts = index.parts().stream()
                .map(part -> part.expression()
                        ? new IndexPart("1", true, part.descending(), dialect.normal(part).nulls())
                        : dialect.normal(part))
                .toList();
        Index neutral = new Index(
                NEUTRAL, parts, index.unique(), Optional.empty(), index.include(), index.using(), index.options());
        return worded(() -> dialect.createIndex(TABLE, neutral, false, false), neutral);
    }

    private boolean sameText(Optional<String> from, Optional<String> to) {
        return from.isPresent() == to.isPresent()
                && from.map(text -> expressions.same(text, to.get())).orElse(true);
    }

    // ---- others

    boolean same(Sequence from, Sequence to) {
        Sequence one = dialect.normal(from);
        Sequence other = dialect.normal(to);
        return one.increment().equals(other.increment())
                && one.min().equals(other.min())
                && one.max().equals(other.max())
                && one.cycle().equals(other.cycle())
                && (!dialect.supports(Feature.SEQUENCE_CACHE) || one.cache().equals(other.cache()));
    }

    boolean same(View from, View to) {
        return from.materialized() == to.materialized() && expressions.sameQuery(from.query(), to.query());
    }

    boolean same(EnumType from, EnumType to) {
        return Objects.equals(from.values(), to.values());
    }

    private static Object worded(Supplier<String> words, Object otherwise) {
        try {
            return words.get();
        } catch (Refusal unsayable) {
            return otherwise;
        }
    }
}
