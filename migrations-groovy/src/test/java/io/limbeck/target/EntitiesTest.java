package io.limbeck.target;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.limbeck.dialect.Dialect;
import io.limbeck.dialect.Dialects;
import io.limbeck.schema.Name;
import io.limbeck.schema.Naming;
import io.limbeck.schema.Schema;
import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * The entities in {@code model}, for each dialect compared with {@code entities/<dialect>.groovy}.
 *
 * <p>{@code -Dgolden.write=true} writes those files anew; read the difference before committing it.
 */
@DisplayName("Entities")
class EntitiesTest {

    private static final Path FOLDER = Path.of("src/test/resources/entities");
    private static final String MODEL = "io.limbeck.target.model";

    @ParameterizedTest
    @ValueSource(
            strings = {
                "postgresql",
                "mysql",
                "mariadb",
                "oracle",
                "sqlserver",
                "db2",
                "h2",
                "hsqldb",
                "derby",
                "cockroachdb",
                "yugabytedb"
            })
    @DisplayName("are the schema that Hibernate would make, in a dialect's own types")
    void asSchema(String name) throws Exception {
        Path file = FOLDER.resolve(name + ".groovy");
        String text = SchemaGroovy.text(read(Dialects.of(name), Map.of()));
        if (Boolean.getBoolean("golden.write")) {
            Files.createDirectories(FOLDER);
            Files.writeString(file, text);
        }
        assertThat(text).isEqualTo(Files.readString(file));
    }

    @Test
    @DisplayName("are named by the project's own strategies")
    void strategies() {
        Schema schema = read(
                Dialects.of("postgresql"),
                Map.of(
                        "hibernate.physical_naming_strategy",
                        "org.hibernate.boot.model.naming.CamelCaseToUnderscoresNamingStrategy",
                        "hibernate.implicit_naming_strategy",
                        "legacy-jpa"));

        assertThat(schema.known(Name.of("account_person"))).isPresent();
    }

    @Test
    @DisplayName("must be there")
    void none() {
        assertThatThrownBy(() -> entities(Dialects.of("h2"))
                        .read(
                                source("com.acme.model", Map.of()),
                                List.of(),
                                getClass().getClassLoader()))
                .hasMessageContaining("there are no entities in com.acme.model")
                .hasMessageContaining("compile");
    }

    @Test
    @DisplayName("need a Hibernate")
    void noHibernate() {
        ClassLoader bare = new WithoutHibernate(getClass().getClassLoader());

        assertThatThrownBy(() -> entities(Dialects.of("h2")).read(source(MODEL, Map.of()), List.of(), bare))
                .hasMessageContaining("there is none on the class path")
                .hasMessageContaining("org.hibernate.orm:hibernate-core");
    }

    @Test
    @DisplayName("come from a class path of their own")
    void classPathOfItsOwn() {
        List<Path> classPath = Arrays.stream(
                        System.getProperty("java.class.path").split(File.pathSeparator))
                .map(Path::of)
                .toList();

        Schema schema = entities(Dialects.of("h2"))
                .read(
                        source(MODEL, Map.of()),
                        classPath,
                        new WithoutHibernate(getClass().getClassLoader()));

        assertThat(schema.tables()).hasSize(4);
    }

    private static Schema read(Dialect dialect, Map<String, Object> properties) {
        return entities(dialect).read(source(MODEL, properties), List.of(), EntitiesTest.class.getClassLoader());
    }

    private static Entities entities(Dialect dialect) {
        return new Entities(dialect, Naming.of(Map.of(), dialect.maxIdentifier()));
    }

    private static Source source(String name, Map<String, Object> properties) {
        return new Source(Source.Kind.ENTITIES, List.of(name), properties);
    }

    /** Shows Limbeck and the JDK, as the plugin's class loader does. */
    private static final class WithoutHibernate extends ClassLoader {

        WithoutHibernate(ClassLoader all) {
            super(all);
        }

        @Override
        protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
            if (isForeign(name)) {
                throw new ClassNotFoundException(name);
            }
            return super.loadClass(name, resolve);
        }

        @Override
        public java.net.URL getResource(String name) {
            return isForeign(name.replace('/', '.')) ? null : super.getResource(name);
        }

        @Override
        public java.util.Enumeration<java.net.URL> getResources(String name) throws java.io.IOException {
            return isForeign(name.replace('/', '.'))
                    ? java.util.Collections.emptyEnumeration()
                    : super.getResources(name);
        }

        private static boolean isForeign(String name) {
            return name.startsWith("org.hibernate.")
                    || name.startsWith("jakarta.")
                    || name.startsWith("org.jboss.")
                    || name.startsWith(MODEL);
        }
    }
}
