package io.limbeck.target.hibernate;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.util.Set;
import org.hibernate.boot.model.naming.Identifier;
import org.hibernate.boot.model.naming.ImplicitConstraintNameSource;
import org.hibernate.boot.model.naming.ImplicitNamingStrategy;

/**
 * Marks the names of keys and indexes that Hibernate makes up, such as {@code FK9s2i84duobk3i7pnbh8u2cqq8}: nobody chose
 * them, so they are given up for those of the convention.
 */
final class GeneratedNames {

    private static final String MARK = "limbeck_";
    private static final Set<String> METHODS =
            Set.of("determineForeignKeyName", "determineUniqueKeyName", "determineIndexName");

    private GeneratedNames() {}

    /** The strategy of the project, but for the marks. */
    static ImplicitNamingStrategy marking(ImplicitNamingStrategy strategy, ClassLoader classes) {
        return (ImplicitNamingStrategy) Proxy.newProxyInstance(
                classes, new Class<?>[] {ImplicitNamingStrategy.class}, (proxy, method, arguments) -> {
                    try {
                        Object answer = method.invoke(strategy, arguments);
                        return METHODS.contains(method.getName())
                                        && answer instanceof Identifier name
                                        && isImplied((ImplicitConstraintNameSource) arguments[0])
                                ? Identifier.toIdentifier(MARK + name.getText())
                                : answer;
                    } catch (InvocationTargetException failure) {
                        throw failure.getCause();
                    }
                });
    }

    private static boolean isImplied(ImplicitConstraintNameSource source) {
        return source.getUserProvidedIdentifier() == null;
    }

    /** Whether nobody chose the name. */
    static boolean isGenerated(String name) {
        return name == null || name.startsWith(MARK);
    }
}
