package io.limbeck.target;

import io.limbeck.dialect.Dialect;
import io.limbeck.error.LimbeckException;
import io.limbeck.error.Problem;
import io.limbeck.schema.Naming;
import io.limbeck.schema.Schema;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.InvocationTargetException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Entities on a class path as a schema, by the metadata of the Hibernate ORM that is there. */
final class Entities {

    private static final String READER = ModelLoader.BRIDGE + "HibernateEntities";
    private static final String MAPPER = "org.hibernate.boot.MetadataSources";

    private final Dialect dialect;
    private final Naming naming;

    Entities(Dialect dialect, Naming naming) {
        this.dialect = dialect;
        this.naming = naming;
    }

    /**
     * @param source names the packages, and perhaps settings of the mapper
     * @param classPath what {@code parent} does not have
     * @throws LimbeckException where there is no Hibernate, or where it does not understand the entities
     */
    Schema read(Source source, List<Path> classPath, ClassLoader parent) {
        if (source.names().isEmpty()) {
            throw LimbeckException.setup(
                    Problem.of("wrong-type", "'entities' needs a package", "Write target entities('com.acme.model')."));
        }
        Map<String, String> properties = new LinkedHashMap<>();
        source.options().forEach((name, value) -> properties.put(name, String.valueOf(value)));
        Thread thread = Thread.currentThread();
        ClassLoader before = thread.getContextClassLoader();
        try (ModelLoader loader = new ModelLoader(classPath, parent)) {
            requireHibernate(loader, classPath);
            thread.setContextClassLoader(loader);
            return reader(loader).read(new EntityRequest(source.names(), properties, dialect, naming, loader));
        } catch (IOException unclosed) {
            throw new UncheckedIOException(unclosed);
        } catch (LimbeckException told) {
            throw told;
        } catch (RuntimeException | LinkageError failure) {
            throw unreadable(source, failure);
        } finally {
            thread.setContextClassLoader(before);
        }
    }

    private static void requireHibernate(ModelLoader loader, List<Path> classPath) {
        try {
            Class.forName(MAPPER, false, loader);
        } catch (ClassNotFoundException missing) {
            String entries = classPath.size() == 1 ? "1 entry" : classPath.size() + " entries";
            throw LimbeckException.setup(Problem.of(
                    "no-hibernate",
                    "entities are read by Hibernate ORM, and there is none on the class path (" + entries + ")",
                    "Add org.hibernate.orm:hibernate-core, version 6 or 7, to the project's dependencies or to those of"
                            + " db-maven-plugin."));
        }
    }

    private static EntityReader reader(ModelLoader loader) {
        try {
            return (EntityReader)
                    loader.loadClass(READER).getDeclaredConstructor().newInstance();
        } catch (InvocationTargetException failure) {
            throw new IllegalStateException(failure.getCause());
        } catch (ReflectiveOperationException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static LimbeckException unreadable(Source source, Throwable failure) {
        Throwable cause = failure;
        while (cause.getCause() != null && cause.getCause() != cause) {
            cause = cause.getCause();
        }
        boolean old = failure instanceof LinkageError;
        return LimbeckException.setup(
                Problem.of(
                        "unreadable-entities",
                        source + " cannot be read: " + (old ? cause : cause.getMessage()),
                        old
                                ? "Hibernate ORM 6.2 and later can be read; check which version is on the class path,"
                                        + " and whether all that the entities need is there."
                                : null),
                failure);
    }
}
