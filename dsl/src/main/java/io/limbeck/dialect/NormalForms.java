package io.limbeck.dialect;

import io.limbeck.catalogue.Reading;
import io.limbeck.error.Refusal;
import io.limbeck.schema.Computed;
import io.limbeck.schema.Identity;
import io.limbeck.schema.IndexPart;
import io.limbeck.schema.Sequence;
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
import java.util.regex.Pattern;

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
    private Pattern generated = Pattern.compile("(?!)");
    private boolean uniqueIsIndex;
    private boolean nullsLow;
    private boolean columnsByFunction;

    /** How sequences count, and identity columns of a type, where nothing is said. */
    protected Counting counting(Optional<Type> type) {
        return Counting.of(type);
    }

    // ---- what a subclass states

    /** Names of functions that have a better known one; those that databases agree on are known. */
    protected final void functionsAlso(String name, String betterKnown) {
        functions.put(name, betterKnown);
    }

    /** How the names look that the database itself gives to constraints and indexes that nobody has named. */
    protected final void generatesNames(String pattern) {
        generated = Pattern.compile(pattern);
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

    // ---- facts

    /** The one name of a function that has several. */
    public final String functionName(String name) {
        return functions.getOrDefault(name, name);
    }

    public final boolean isGenerated(String name) {
        return generated.matcher(name).matches();
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

    /** The default of a column as it is worded and read back; none where it is null. */
    public final Optional<Value> normal(Value value, Type type) {
        try {
            return readDefault(literal(value, type), normal(type));
        } catch (Refusal unsayable) {
            return Optional.of(value);
        }
    }

    public final Sequence normal(Sequence given) {
        return counting(Optional.empty()).whole(given);
    }

    /** @param type the column's, which bounds the values */
    public final Identity normal(Identity given, Type type) {
        return counting(Optional.of(normal(type))).whole(given);
    }

    public final IndexPart normal(IndexPart given) {
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
