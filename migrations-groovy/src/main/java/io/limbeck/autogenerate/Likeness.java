package io.limbeck.autogenerate;

import io.limbeck.dialect.Dialect;
import io.limbeck.error.Refusal;
import io.limbeck.schema.Check;
import io.limbeck.schema.Column;
import io.limbeck.schema.Computed;
import io.limbeck.schema.Constraint;
import io.limbeck.schema.EnumType;
import io.limbeck.schema.Exclusion;
import io.limbeck.schema.ForeignKey;
import io.limbeck.schema.Identity;
import io.limbeck.schema.Index;
import io.limbeck.schema.IndexPart;
import io.limbeck.schema.Name;
import io.limbeck.schema.Schema;
import io.limbeck.schema.Sequence;
import io.limbeck.schema.Table;
import io.limbeck.schema.View;
import io.limbeck.sql.Feature;
import io.limbeck.sqltext.SqlTexts;
import io.limbeck.type.Kind;
import io.limbeck.type.Literal;
import io.limbeck.type.Scalar;
import io.limbeck.type.Value;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;

/**
 * What is the same in a database of one dialect.
 *
 * <p>Two definitions are the same when the dialect words them alike, expressions in them apart, which are compared by
 * {@link SqlTexts}; what the dialect refuses to word is the same only when it is equal.
 */
final class Likeness {

    private static final String NEUTRAL = "x";
    private static final Name TABLE = Name.of("x");
    private static final Set<String> STORAGE = Set.of("with", "tablespace", "compress");

    private final Dialect dialect;
    private final Rules rules;
    private final SqlTexts texts;

    Likeness(Dialect dialect, Rules rules) {
        this.dialect = dialect;
        this.rules = rules;
        this.texts = new SqlTexts(dialect);
    }

    // ---- columns

    boolean sameType(Name table, Column from, Column to) {
        return !rules.compareType()
                .differs(table, from, to)
                .orElseGet(() -> !dialect.normal(from.type()).equals(dialect.normal(to.type()))
                        || !guard(table, from).equals(guard(table, to)));
    }

    /** The condition that stands for a part of the type. */
    private Optional<String> guard(Name table, Column column) {
        try {
            return dialect.guardCheck(table, column).map(Check::expression);
        } catch (Refusal unsayable) {
            return Optional.empty();
        }
    }

    boolean sameDefault(Name table, Column from, Column to) {
        return !rules.compareDefault().differs(table, from, to).orElseGet(() -> !sameValue(from, to));
    }

    private boolean sameValue(Column from, Column to) {
        Optional<Value> one = from.defaultValue().flatMap(value -> dialect.normal(value, from.type()));
        Optional<Value> other = to.defaultValue().flatMap(value -> dialect.normal(value, to.type()));
        return one.equals(other)
                || sameNumber(one, other)
                || one.isPresent()
                        && other.isPresent()
                        && (texts.same(words(one.get()), words(other.get()), Optional.empty())
                                || isJson(to) && JsonText.same(words(one.get()), words(other.get())));
    }

    private static boolean sameNumber(Optional<Value> one, Optional<Value> other) {
        return number(one).isPresent()
                && number(other).isPresent()
                && number(one).get().compareTo(number(other).get()) == 0;
    }

    private static Optional<BigDecimal> number(Optional<Value> value) {
        return value.filter(each -> each instanceof Literal literal && literal.value() instanceof Number)
                .map(each -> new BigDecimal(String.valueOf(((Literal) each).value())));
    }

    private boolean isJson(Column column) {
        return dialect.normal(column.type()) instanceof Scalar scalar
                && (scalar.kind() == Kind.JSON || scalar.kind() == Kind.JSONB);
    }

    private String words(Value value) {
        try {
            return dialect.literal(value);
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

    boolean sameComputation(Table table, Column from, Column to) {
        if (from.computed().isEmpty() || to.computed().isEmpty()) {
            return from.computed().equals(to.computed());
        }
        Computed one = dialect.normal(from.computed().get());
        Computed other = dialect.normal(to.computed().get());
        return one.stored().equals(other.stored())
                && texts.same(one.expression(), other.expression(), Optional.of(table));
    }

    boolean sameCollation(Column from, Column to) {
        return to.collation().isEmpty() || from.collation().equals(to.collation());
    }

    boolean sameComment(Optional<String> from, Optional<String> to) {
        return !dialect.supports(Feature.COMMENTS)
                || from.filter(text -> !text.isEmpty()).equals(to.filter(text -> !text.isEmpty()));
    }

    // ---- constraints and indexes, names apart

    boolean same(Table table, Constraint from, Constraint to) {
        if (from instanceof Check one && to instanceof Check other) {
            return one.valid() == other.valid() && texts.same(one.expression(), other.expression(), Optional.of(table));
        }
        if (from instanceof Exclusion one && to instanceof Exclusion other) {
            return definition(bare(one)).equals(definition(bare(other))) && sameText(table, one.where(), other.where());
        }
        return from.getClass() == to.getClass() && definition(from).equals(definition(to));
    }

    private static Exclusion bare(Exclusion exclusion) {
        return new Exclusion(NEUTRAL, exclusion.elements(), exclusion.using(), Optional.empty(), exclusion.deferral());
    }

    private Object definition(Constraint constraint) {
        Constraint neutral = (constraint instanceof ForeignKey key ? dialect.normal(key) : constraint).named(NEUTRAL);
        return worded(() -> dialect.constraintDefinition(neutral), neutral);
    }

    boolean same(Table table, Index from, Index to) {
        return from.parts().size() == to.parts().size()
                && sameText(table, from.where(), to.where())
                && sameExpressions(table, from.parts(), to.parts())
                && definition(from).equals(definition(to));
    }

    private boolean sameExpressions(Table table, List<IndexPart> from, List<IndexPart> to) {
        for (int i = 0; i < from.size(); i++) {
            IndexPart one = from.get(i);
            IndexPart other = to.get(i);
            if (one.expression() != other.expression()
                    || one.expression() && !texts.same(one.text(), other.text(), Optional.of(table))) {
                return false;
            }
        }
        return true;
    }

    /** The index in words, where expressions and the condition, compared already, are left out. */
    private Object definition(Index index) {
        List<IndexPart> parts = index.parts().stream()
                .map(part -> part.expression()
                        ? new IndexPart(
                                "1",
                                true,
                                part.descending(),
                                dialect.normal(part).nulls())
                        : dialect.normal(part))
                .toList();
        Index neutral = new Index(
                NEUTRAL, parts, index.unique(), Optional.empty(), index.include(), index.using(), meaning(index));
        return worded(() -> dialect.createIndex(TABLE, neutral, false, false), neutral);
    }

    /** The options that say what the index is, rather than where and how tightly it is kept. */
    private Map<String, Map<String, Object>> meaning(Index index) {
        Map<String, Object> own = new LinkedHashMap<>(index.options().getOrDefault(dialect.dialect(), Map.of()));
        own.keySet().removeAll(STORAGE);
        return own.isEmpty() ? Map.of() : Map.of(dialect.dialect(), own);
    }

    private boolean sameText(Table table, Optional<String> from, Optional<String> to) {
        return from.isPresent() == to.isPresent()
                && from.map(text -> texts.same(text, to.get(), Optional.of(table)))
                        .orElse(true);
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

    boolean same(View from, Schema tables, View to, Schema otherTables) {
        return from.materialized() == to.materialized()
                && texts.sameQuery(from.query(), tables, to.query(), otherTables);
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
