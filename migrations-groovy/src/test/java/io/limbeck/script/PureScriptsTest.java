package io.limbeck.script;

import static org.assertj.core.api.Assertions.assertThat;

import io.limbeck.dsl.MigrationScript;
import java.io.Closeable;
import java.io.File;
import java.io.Flushable;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.net.URI;
import java.net.URL;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.stream.Stream;
import org.codehaus.groovy.runtime.ArrayGroovyMethods;
import org.codehaus.groovy.runtime.DefaultGroovyMethods;
import org.codehaus.groovy.runtime.IOGroovyMethods;
import org.codehaus.groovy.runtime.ProcessGroovyMethods;
import org.codehaus.groovy.runtime.ResourceGroovyMethods;
import org.codehaus.groovy.runtime.StringGroovyMethods;
import org.codehaus.groovy.vmplugin.v8.PluginDefaultGroovyMethods;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("A script")
class PureScriptsTest {

    private static boolean isPure(String text) {
        try (GroovyCompiler compiler = new GroovyCompiler(PureScriptsTest.class.getClassLoader())) {
            return compiler.script(SourceText.of("a1.groovy", text), MigrationScript.class)
                    .pure();
        }
    }

    private static boolean isPureIn(String body) {
        return isPure("revision 'a1'\nupgrade {\n" + body + "\n}\n");
    }

    @ParameterizedTest(name = "{0}")
    @ValueSource(
            strings = {
                "createTable('t') { column 'id', bigint, primaryKey: true }",
                "'email, phone'.findAll(/\\w+/).each { name -> addColumn 't', name, varchar(255) }",
                "def text = new StringBuilder('a').with { append('b').append(1) }.toString(); dropTable text",
                "execute \"delete from ${dialect} where ${offline}\"",
                "['a'].each { x -> dropTable x }",
                "for (int i = 0; i < 3; i++) { addColumn 't', \"c$i\", decimal(12, i) }",
                "Map<String, String> names = [a: 'b']; names.each { key, value -> renameTable key, to: value }",
                "if ('a1' ==~ /[a-z]\\d/) { switch (dialect) { case 'h2': dropTable 't'; break; default: dropTable 'u' } }",
                "insert 't', [n: Math.max(1, Integer.MAX_VALUE), m: '5' as Integer]",
                "def go = { String name, int n = 2 -> dropTable name * n }; go('t')"
            })
    @DisplayName("of values and words alone is pure")
    void pure(String body) {
        assertThat(isPureIn(body)).isTrue();
    }

    @Test
    @DisplayName("may have methods of its own, and import dates")
    void own() {
        assertThat(isPure("""
                import java.time.LocalDate
                revision 'a1'
                def names = ['t', 'u']
                upgrade { names.each { drop it, LocalDate.of(2026, 1, 5).dayOfMonth } }
                void drop(String name, int day) { dropTable name + day }
                """)).isTrue();
    }

    @ParameterizedTest(name = "{0}")
    @ValueSource(
            strings = {
                "execute \"create user u password '${x.secret}'\"",
                "def given = x; dropTable given.tall",
                "dropTable this.x.tall",
                "createTable('t') { column owner.x.tall, delegate.x.type }",
                "dropTable getX().tall",
                "dropTable \"${x}\"",
                "dropTable System.getenv('USER')",
                "dropTable System.properties.user",
                "dropTable java.util.UUID.randomUUID().toString()",
                "dropTable UUID.randomUUID().toString()",
                "dropTable new Date().toString()",
                "dropTable java.time.LocalDate.now().toString()",
                "dropTable \"t${Math.random()}\"",
                "dropTable new Random().nextInt().toString()",
                "dropTable new File('names').text",
                "dropTable(('names' as File).text)",
                "File file = new File('names')",
                "dropTable 'http://localhost'.toURL().text",
                "dropTable 'whoami'.execute().text",
                "'whoami'.with { execute() }",
                "println 'now'",
                "sleep 5",
                "dropTable getClass().name",
                "dropTable 't'.class.name",
                "dropTable 't'.'class'.name",
                "dropTable Integer.name",
                "def type = Integer; dropTable type.name",
                "dropTable 't'.hashCode().toString()",
                "dropTable 't'.\"${'trim'}\"()",
                "def cut = 't'.&trim; dropTable cut()",
                "dropTable String.format('%tY', 5)",
                "dropTable 5.5.toString().format()",
                "dropTable 't'.@value",
                "evaluate \"dropTable 't'\"",
                "delegate.dropTable 't'",
                "this.dropTable 't'",
                "String.metaClass.shout = { toUpperCase() }",
                "try { dropTable 't' } catch (any) { }",
                "throw new IllegalStateException()",
                "def known = unknown",
                "dropTable Thread.currentThread().name",
                "dropTable new ArrayList() { }.toString()",
                "Map.of('a', 1, 'b', 2).each { name, n -> dropTable name }"
            })
    @DisplayName("that asks for more is not")
    void impure(String body) {
        assertThat(isPureIn(body)).isFalse();
    }

    @ParameterizedTest(name = "{0}")
    @ValueSource(
            strings = {
                "import static java.lang.System.nanoTime as of",
                "import java.lang.System as LocalDate",
                "import java.util.concurrent.*",
                "import java.util.UUID",
                "class Other { }",
                "@groovy.transform.Field int n = 5",
                "@groovy.transform.CompileStatic def go() { }",
                "def go() { System.nanoTime() }",
                "def go(Closure code = { println 1 }) { }",
                "static go() { new Date() }"
            })
    @DisplayName("that has more outside of its blocks is not")
    void outside(String line) {
        assertThat(isPure(line + "\nrevision 'a1'\nupgrade { dropTable 't' }\n"))
                .isFalse();
    }

    @Test
    @DisplayName("reaches nothing outside by the methods that it may call on its values")
    void methods() {
        Stream<Method> added = Stream.of(
                        DefaultGroovyMethods.class,
                        StringGroovyMethods.class,
                        ArrayGroovyMethods.class,
                        ResourceGroovyMethods.class,
                        ProcessGroovyMethods.class,
                        IOGroovyMethods.class,
                        PluginDefaultGroovyMethods.class)
                .flatMap(extension -> Arrays.stream(extension.getMethods()))
                .filter(method -> Modifier.isStatic(method.getModifiers()) && method.getParameterCount() > 0)
                .filter(method -> VALUES.stream().anyMatch(method.getParameterTypes()[0]::isAssignableFrom));
        Stream<Method> own = VALUES.stream().flatMap(type -> Arrays.stream(type.getMethods()));
        assertThat(Stream.concat(added, own)
                        .filter(method -> PureScripts.METHODS.contains(method.getName()))
                        .filter(method -> WORLD.stream().anyMatch(method.getReturnType()::equals))
                        .map(Method::toString))
                .isEmpty();
    }

    private static final List<Class<?>> VALUES = List.of(
            String.class,
            StringBuilder.class,
            Integer.class,
            Long.class,
            BigDecimal.class,
            BigInteger.class,
            ArrayList.class,
            LinkedHashMap.class,
            LocalDate.class,
            LocalDateTime.class);

    private static final List<Class<?>> WORLD = List.of(
            File.class, Path.class, URL.class, URI.class, Process.class, Class.class, Closeable.class, Flushable.class);
}
