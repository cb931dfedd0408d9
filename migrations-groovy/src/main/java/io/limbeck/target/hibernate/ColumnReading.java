package io.limbeck.target.hibernate;

import io.limbeck.dialect.Dialect;
import io.limbeck.error.Refusal;
import io.limbeck.schema.Column;
import io.limbeck.schema.Computed;
import io.limbeck.schema.Identity;
import io.limbeck.schema.Name;
import io.limbeck.type.Enumeration;
import io.limbeck.type.Type;
import io.limbeck.type.Value;
import io.limbeck.type.Verbatim;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.hibernate.boot.Metadata;
import org.hibernate.engine.jdbc.Size;

/** A column of Hibernate's metadata as ours. */
final class ColumnReading {

    private static final Pattern BEHIND_TYPE =
            Pattern.compile("(?i)\\s+(not\\s+null|null|default|check|unique|primary\\s+key|references)\\b.*");

    /** The standard's word, which stands for one of the two approximate types (SQL:2016, 6.1 data type). */
    private static final Pattern FLOAT = Pattern.compile("(?i)float\\(\\d+\\)");

    private static final Pattern SIMPLE = Pattern.compile("\\w+");
    private static final Pattern NOT_NULL = Pattern.compile("(?i).*\\bnot\\s+null\\b.*");

    private final Metadata metadata;
    private final Dialect dialect;
    private final boolean ownWords;
    private final Identifiers names;
    private final Map<org.hibernate.mapping.Column, Column> read = new IdentityHashMap<>();

    ColumnReading(Metadata metadata, Dialect dialect, boolean ownWords, Identifiers names) {
        this.metadata = metadata;
        this.dialect = dialect;
        this.ownWords = ownWords;
        this.names = names;
    }

    /** The column, read once: asked for its type, Hibernate's takes on what it answers as if somebody had defined it. */
    Column column(org.hibernate.mapping.Column column) {
        Column known = read.get(column);
        if (known == null) {
            known = reading(column);
            read.put(column, known);
        }
        return known;
    }

    private Column reading(org.hibernate.mapping.Column column) {
        String explicit = column.getSqlType();
        Type type = explicit == null
                ? type(column)
                : dialect.read(BEHIND_TYPE.matcher(explicit).replaceFirst(""));
        boolean required = explicit != null && NOT_NULL.matcher(explicit).matches();
        return new Column(
                names.of(column),
                type,
                column.isNullable() && !required && !column.isIdentity(),
                Optional.ofNullable(column.getDefaultValue()).flatMap(text -> value(text, type)),
                column.isIdentity() ? Optional.of(Identity.BY_DEFAULT) : Optional.empty(),
                Optional.ofNullable(column.getGeneratedAs()).map(rule -> new Computed(rule, Optional.empty())),
                Optional.ofNullable(column.getCollation()),
                Optional.ofNullable(column.getComment()));
    }

    /** Whether our dialect adds a check of its own that keeps the column to what its type promises. */
    boolean isGuarded(Name table, org.hibernate.mapping.Column column) {
        return dialect.guardCheck(table, column(column)).isPresent();
    }

    private Optional<Value> value(String words, Type type) {
        return dialect.readDefault(words, type);
    }

    /**
     * The scripts' own word where it says in this database what Hibernate says there; else Hibernate's words, as it
     * will read and write the column accordingly.
     */
    private Type type(org.hibernate.mapping.Column column) {
        List<Type> portable = TypeCodes.types(code(column), size(column));
        String words = column.getSqlType(metadata);
        if (!ownWords && !portable.isEmpty()) {
            return portable.get(0);
        }
        Type read = dialect.read(words);
        boolean standard = read instanceof Verbatim && FLOAT.matcher(words).matches();
        Optional<Type> normal = normal(read);
        return portable.stream()
                .filter(each -> standard || normal.isPresent() && normal.equals(normal(each)))
                .findFirst()
                .orElseGet(() -> enumeration(column, words).orElse(read));
    }

    /** Empty where the database has nothing of the kind. */
    private Optional<Type> normal(Type type) {
        try {
            return Optional.of(dialect.normal(type));
        } catch (Refusal lacking) {
            return Optional.empty();
        }
    }

    /** A native enumeration, which Hibernate names where the database wants a name. */
    private Optional<Type> enumeration(org.hibernate.mapping.Column column, String words) {
        Class<?> type = column.getValue().getType().getReturnedClass();
        if (!TypeCodes.isEnumeration(code(column)) || type == null || !type.isEnum()) {
            return Optional.empty();
        }
        Type read = dialect.read(words);
        List<String> values = read instanceof Enumeration known ? known.values() : sorted(type);
        String name = SIMPLE.matcher(words).matches() ? dialect.unquoted(words) : names.of(column);
        return read instanceof Verbatim || read instanceof Enumeration
                ? Optional.of(new Enumeration(name, values))
                : Optional.empty();
    }

    private static List<String> sorted(Class<?> type) {
        return Arrays.stream(type.getEnumConstants())
                .map(constant -> ((Enum<?>) constant).name())
                .sorted()
                .toList();
    }

    private int code(org.hibernate.mapping.Column column) {
        return (int) ask(column, "getSqlTypeCode", metadata);
    }

    private Size size(org.hibernate.mapping.Column column) {
        return (Size) ask(column, "getColumnSize", metadata.getDatabase().getDialect(), metadata);
    }

    /** Methods whose last parameter has another type in each version of Hibernate, which the metadata is. */
    private static Object ask(org.hibernate.mapping.Column column, String name, Object... arguments) {
        for (Method method : org.hibernate.mapping.Column.class.getMethods()) {
            if (method.getName().equals(name) && method.getParameterCount() == arguments.length) {
                try {
                    return method.invoke(column, arguments);
                } catch (InvocationTargetException failure) {
                    throw failure.getCause() instanceof RuntimeException cause
                            ? cause
                            : new IllegalStateException(failure.getCause());
                } catch (IllegalAccessException impossible) {
                    throw new IllegalStateException(impossible);
                }
            }
        }
        throw new NoSuchMethodError("org.hibernate.mapping.Column." + name);
    }
}
