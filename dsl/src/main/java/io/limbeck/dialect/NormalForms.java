package io.limbeck.dialect;

import io.limbeck.catalogue.Reading;
import io.limbeck.error.Refusal;
import io.limbeck.schema.Column;
import io.limbeck.schema.Computed;
import io.limbeck.schema.ForeignKey;
import io.limbeck.schema.Identity;
import io.limbeck.schema.Index;
import io.limbeck.schema.IndexPart;
import io.limbeck.schema.Sequence;
import io.limbeck.schema.Table;
import io.limbeck.sql.Feature;
import io.limbeck.type.Kind;
import io.limbeck.type.Scalar;
import io.limbeck.type.Type;
import io.limbeck.type.Value;
import io.limbeck.type.Verbatim;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * The one form of what can be said in several ways, with everything filled in that a database adds by itself: two
 * definitions are the same to it exactly when their normal forms are equal.
 */
abstract class NormalForms extends Wording implements Reading {

    private static final int ENOUGH = 4;

    private final Map<String, String> functions = new HashMap<>(Map.of(
            "now", "current_timestamp",
            "ucase", "upper",
            "lcase", "lower",
            "character_length", "char_length",
            "substr", "substring",
            "btrim", "trim",
            "ceil", "ceiling",
            "pow", "power"));
    private String generated = "(?!)";
    private boolean uniqueIsIndex;
    private boolean nullsLow;
    private boolean columnsByFunction;
    private boolean tablesHeld;
    private boolean orderForgotten;
    private boolean matchForgotten;

    /** The least value of a sequence that says none. */
    protected Optional<Long> leastOfSequence(boolean ascending) {
        return Optional.of(ascending ? 1L : Long.MIN_VALUE);
    }

    /** The greatest value of a sequence that says none. */
    protected Optional<Long> greatestOfSequence(boolean ascending) {
        return Optional.of(ascending ? Long.MAX_VALUE : -1L);
    }

    // ---- what a subclass states

    /** Names of functions that have a better known one; those that databases agree on are known. */
    protected final void functionsAlso(String name, String betterKnown) {
        functions.put(name, betterKnown);
    }

    /** How the names look that the database itself gives to constraints and indexes that nobody has named. */
    protected final void generatesNames(String pattern) {
        generated = pattern;
    }

    /** A unique constraint is nothing but a unique index, so that the catalogue cannot tell the two. */
    protected final void keepsUniqueAsIndex() {
        uniqueIsIndex = true;
    }

    /** Nulls are less than everything else in an index. */
    protected final void sortsNullsLow() {
        nullsLow = true;
    }

    /** A column of a query that is a function's result, and has no name, bears the function's. */
    protected final void namesColumnsByFunction() {
        columnsByFunction = true;
    }

    /** A view hinders every change of a table that it reads from, whichever columns it names. */
    protected final void holdsTablesInViews() {
        tablesHeld = true;
    }

    /** The catalogue does not tell which columns of an index are descending. */
    protected final void forgetsIndexOrder() {
        orderForgotten = true;
    }

    /** The catalogue does not tell how a foreign key matches nulls. */
    protected final void forgetsMatch() {
        matchForgotten = true;
    }

    // ---- facts

    /** Whether the database really makes an index that a table asks for. */
    public boolean isBuilt(Index index, Table table) {
        return true;
    }

    public final boolean viewsHoldTables() {
        return tablesHeld;
    }

    /** The one name of a function that has several. */
    public final String functionName(String name) {
        return functions.getOrDefault(name, name);
    }

    public final boolean isGenerated(String name) {
        return name.matches(generated);
    }

    public final boolean isUniqueIndex() {
        return uniqueIsIndex;
    }

    public final boolean columnsBearFunctions() {
        return columnsByFunction;
    }

    // ---- normal forms

    /** The type as it is worded and read back; no database tells NUMERIC from DECIMAL by what it keeps. */
    public final Type normal(Type type) {
        Type normal = type.in(dialect());
        try {
            for (int i = 0; i < ENOUGH; i++) {
                Type read = read(type(normal));
                if (read.equals(normal)) {
                    break;
                }
                normal = read;
            }
        } catch (Refusal unsayable) {
            return normal;
        }
        if (normal instanceof Verbatim verbatim) {
            return new Verbatim(verbatim.sql().strip().replaceAll("\\s+", " ").toUpperCase(Locale.ROOT));
        }
        return normal instanceof Scalar scalar && scalar.kind() == Kind.NUMERIC
                ? new Scalar(Kind.DECIMAL, scalar.parameters())
                : normal;
    }

    /** The column as the database has it, given its table, where it is more than the column was asked to be. */
    public Column normal(Column column, Table table) {
        return column;
    }

    /** The default of a column as it is worded and read back; none where it is null. */
    public final Optional<Value> normal(Value value, Type type) {
        try {
            return readDefault(literal(value, type), normal(type));
        } catch (Refusal unsayable) {
            return Optional.of(value);
        }
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

    /** The foreign key as the database takes it. */
    public ForeignKey normal(ForeignKey given) {
        return !matchForgotten
                ? given
                : new ForeignKey(
                        given.name(),
                        given.columns(),
                        given.referred(),
                        given.referredColumns(),
                        given.onDelete(),
                        given.onUpdate(),
                        Optional.empty(),
                        given.deferral(),
                        given.valid());
    }

    public final IndexPart normal(IndexPart given) {
        if (orderForgotten) {
            return new IndexPart(given.text(), given.expression(), false, Optional.empty());
        }
        boolean said = given.nulls()
                .filter(where -> supports(Feature.INDEX_NULLS_ORDER))
                .filter(where -> where.equals("first") != (given.descending() != nullsLow))
                .isPresent();
        return said ? given : new IndexPart(given.text(), given.expression(), given.descending(), Optional.empty());
    }

    public final Computed normal(Computed given) {
        return new Computed(given.expression(), Optional.of(given.stored().orElse(storesComputed())));
    }
}
