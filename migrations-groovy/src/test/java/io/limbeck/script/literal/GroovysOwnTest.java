package io.limbeck.script.literal;

import static org.assertj.core.api.Assertions.assertThat;

import groovy.lang.Closure;
import io.limbeck.dsl.MigrationScript;
import io.limbeck.dsl.Recording;
import io.limbeck.dsl.SchemaScript;
import io.limbeck.dsl.Words;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.codehaus.groovy.runtime.ArrayGroovyMethods;
import org.codehaus.groovy.runtime.DefaultGroovyMethods;
import org.codehaus.groovy.runtime.DefaultGroovyStaticMethods;
import org.codehaus.groovy.runtime.IOGroovyMethods;
import org.codehaus.groovy.runtime.ResourceGroovyMethods;
import org.codehaus.groovy.runtime.StringGroovyMethods;
import org.codehaus.groovy.vmplugin.v8.PluginDefaultGroovyMethods;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("The methods that Groovy finds before a verb")
class GroovysOwnTest {

    private static final List<Class<?>> EXTENSIONS = List.of(
            DefaultGroovyMethods.class,
            DefaultGroovyStaticMethods.class,
            StringGroovyMethods.class,
            ArrayGroovyMethods.class,
            ResourceGroovyMethods.class,
            IOGroovyMethods.class,
            PluginDefaultGroovyMethods.class);

    @Test
    @DisplayName("are known, whether of every object, of closures or of scripts")
    void known() {
        Stream<Method> added = EXTENSIONS.stream()
                .flatMap(extension -> Arrays.stream(extension.getMethods()))
                .filter(method -> Modifier.isStatic(method.getModifiers()) && method.getParameterCount() > 0)
                .filter(method -> fits(method, Closure.class) || fits(method, MigrationScript.class));
        Stream<Method> own = Stream.of(Closure.class, MigrationScript.class, SchemaScript.class, Object.class)
                .flatMap(type -> Arrays.stream(type.getMethods()));
        assertThat(Stream.concat(added, own).map(Method::getName).distinct()).allMatch(GroovysOwn::has);
    }

    @Test
    @DisplayName("are no verbs")
    void noVerbs() {
        assertThat(Recording.everyVerb()).noneMatch(GroovysOwn::has);
    }

    @Test
    @DisplayName("are no words of the language where names are those of a string, number, list or map, but for two")
    void wordsWithin() {
        Set<String> words = new TreeSet<>(Recording.everyVerb());
        Words.all().stream().filter(Words::isFunction).forEach(words::add);
        Set<String> methods = new TreeSet<>();
        for (Class<?> receiver : List.of(
                String.class,
                Integer.class,
                Long.class,
                BigDecimal.class,
                ArrayList.class,
                LinkedHashMap.class,
                TreeMap.class)) {
            Stream<Method> added = EXTENSIONS.stream()
                    .flatMap(extension -> Arrays.stream(extension.getMethods()))
                    .filter(method -> Modifier.isStatic(method.getModifiers()) && method.getParameterCount() > 0)
                    .filter(method -> fits(method, receiver));
            Stream.concat(added, Arrays.stream(receiver.getMethods()))
                    .map(Method::getName)
                    .filter(words::contains)
                    .forEach(methods::add);
        }
        assertThat(methods).isEqualTo(Within.METHODS_TOO);
    }

    private static boolean fits(Method method, Class<?> receiver) {
        return method.getParameterTypes()[0].isAssignableFrom(receiver);
    }
}
