package io.limbeck.dialect;

import io.limbeck.schema.Computed;
import io.limbeck.schema.Identity;
import io.limbeck.schema.IndexPart;
import io.limbeck.schema.Sequence;
import io.limbeck.sql.Feature;
import io.limbeck.type.Kind;
import io.limbeck.type.Scalar;
import io.limbeck.type.Type;
import java.util.Optional;

/**
 * The one form of what can be said in several ways, with everything filled in that a database adds by itself; two
 * definitions are the same in it exactly when their normal forms are equal.
 */
abstract class NormalForms extends Wording {

    /** The least value of a sequence that says none. */
    protected Optional<Long> leastOfSequence(boolean ascending) {
        return Optional.of(ascending ? 1L : Long.MIN_VALUE);
    }

    /** The greatest value of a sequence that says none. */
    protected Optional<Long> greatestOfSequence(boolean ascending) {
        return Optional.of(ascending ? Long.MAX_VALUE : -1L);
    }

    /** How many values a sequence prepares that says nothing of it. */
    protected long usualCache() {
        return 1;
    }

    /** Whether nulls come before other values where an index says nothing of them. */
    protected boolean nullsFirst(boolean descending) {
        return descending;
    }

    public Sequence normal(Sequence given) {
        long increment = given.increment().orElse(1L);
        return new Sequence(
                given.name(),
                given.start(),
                Optional.of(increment),
                given.min().or(() -> leastOfSequence(increment > 0)),
                given.max().or(() -> greatestOfSequence(increment > 0)),
                Optional.of(given.cycle().orElse(false)),
                Optional.of(given.cache().orElse(usualCache())));
    }

    /** @param type the column's, which bounds the values */
    public Identity normal(Identity given, Type type) {
        long increment = given.increment().orElse(1L);
        boolean ascending = increment > 0;
        return new Identity(
                given.always(),
                given.start(),
                Optional.of(increment),
                given.min().or(() -> ascending ? Optional.of(1L) : least(type)),
                given.max().or(() -> ascending ? greatest(type) : Optional.of(-1L)),
                Optional.of(given.cycle().orElse(false)),
                Optional.of(given.cache().orElse(usualCache())));
    }

    private static Optional<Long> greatest(Type type) {
        return type instanceof Scalar scalar && scalar.kind() == Kind.SMALLINT
                ? Optional.of((long) Short.MAX_VALUE)
                : type instanceof Scalar other && other.kind() == Kind.INTEGER
                        ? Optional.of((long) Integer.MAX_VALUE)
                        : Optional.of(Long.MAX_VALUE);
    }

    private static Optional<Long> least(Type type) {
        return greatest(type).map(most -> -most - 1);
    }

    /** The sequence without what the database does anyhow. */
    public Sequence plain(Sequence told) {
        Sequence usual = normal(new Sequence(
                told.name(),
                told.start(),
                told.increment(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty()));
        return new Sequence(
                told.name(),
                unusual(told.start(), first(told.increment(), told.min(), told.max(), usual.min(), usual.max())),
                unusual(told.increment(), Optional.of(1L)),
                unusual(told.min(), usual.min()),
                unusual(told.max(), usual.max()),
                unusual(told.cycle(), usual.cycle()),
                unusual(told.cache(), usual.cache()));
    }

    /** The identity of a column of a type without what the database does anyhow. */
    public Identity plain(Identity told, Type type) {
        Identity usual = normal(
                new Identity(
                        told.always(),
                        told.start(),
                        told.increment(),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty()),
                type);
        return new Identity(
                told.always(),
                unusual(told.start(), first(told.increment(), told.min(), told.max(), usual.min(), usual.max())),
                unusual(told.increment(), Optional.of(1L)),
                unusual(told.min(), usual.min()),
                unusual(told.max(), usual.max()),
                unusual(told.cycle(), usual.cycle()),
                unusual(told.cache(), usual.cache()));
    }

    private static <T> Optional<T> unusual(Optional<T> told, Optional<T> usual) {
        return told.filter(value -> !usual.equals(Optional.of(value)));
    }

    /** Where counting begins: at the end that it leads away from. */
    private static Optional<Long> first(
            Optional<Long> increment,
            Optional<Long> min,
            Optional<Long> max,
            Optional<Long> usualMin,
            Optional<Long> usualMax) {
        return increment.orElse(1L) > 0 ? min.or(() -> usualMin) : max.or(() -> usualMax);
    }

    /** The rule of a computed column without what the database does anyhow. */
    public Computed plain(Computed told) {
        return new Computed(told.expression(), unusual(told.stored(), Optional.of(storesComputed())));
    }

    public IndexPart normal(IndexPart given) {
        boolean said = given.nulls()
                .filter(where -> supports(Feature.INDEX_NULLS_ORDER))
                .filter(where -> where.equals("first") != nullsFirst(given.descending()))
                .isPresent();
        return said ? given : new IndexPart(given.text(), given.expression(), given.descending(), Optional.empty());
    }

    public Computed normal(Computed given) {
        return new Computed(given.expression(), Optional.of(given.stored().orElse(storesComputed())));
    }

    /** Whether the database itself gave this name to a constraint or an index that nobody had named. */
    public boolean generatedName(String name) {
        return false;
    }

    /** Whether a unique constraint is nothing but a unique index, so that the catalogue cannot tell the two. */
    public boolean keepsUniqueAsIndex() {
        return false;
    }
}
