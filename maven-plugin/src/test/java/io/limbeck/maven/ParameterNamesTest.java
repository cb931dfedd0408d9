package io.limbeck.maven;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.InputStream;
import java.io.InputStreamReader;
import java.lang.reflect.Field;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.maven.plugin.descriptor.MojoDescriptor;
import org.apache.maven.plugin.descriptor.Parameter;
import org.apache.maven.plugin.descriptor.PluginDescriptorBuilder;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

@DisplayName("Each <x> in a POM is -Ddb.x")
class ParameterNamesTest {

    /** Read from the session's properties by the goals themselves: they are kept from logs, have many names, or are the POM's alone. */
    private static final Set<String> READ_OTHERWISE =
            Set.of("url", "password", "connectionProperties", "databases", "cleanEnabled", "x");

    record Named(MojoDescriptor goal, Parameter parameter) {
        @Override
        public String toString() {
            return goal.getGoal() + " " + parameter.getName();
        }
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("parameters")
    @DisplayName("under one name in the descriptor and on the command line")
    void namesAreTheSame(Named named) {
        Parameter parameter = named.parameter();
        String expression = named.goal()
                .getMojoConfiguration()
                .getChild(parameter.getName())
                .getValue(null);

        assertThat(expression)
                .isEqualTo(READ_OTHERWISE.contains(parameter.getName()) ? null : "${db." + parameter.getName() + "}");
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("parameters")
    @DisplayName("and reaches the goal, by a field of that name")
    void theGoalTakesIt(Named named) throws Exception {
        Parameter parameter = named.parameter();
        Class<?> goal = Class.forName(named.goal().getImplementation());

        assertThat(field(goal, parameter.getName()).map(Class::getName)).hasValue(parameter.getType());
    }

    /** What users can set, of every goal of ours. */
    static Stream<Named> parameters() throws Exception {
        try (InputStream descriptor = ParameterNamesTest.class.getResourceAsStream("/META-INF/maven/plugin.xml")) {
            List<MojoDescriptor> goals = new PluginDescriptorBuilder()
                    .build(new InputStreamReader(Objects.requireNonNull(descriptor)))
                    .getMojos();
            return goals.stream()
                    .filter(goal -> !goal.getGoal().equals("help"))
                    .flatMap(goal -> goal.getParameters().stream()
                            .filter(Parameter::isEditable)
                            .map(parameter -> new Named(goal, parameter)));
        }
    }

    /** As Maven looks for it: in the goal's own class first. */
    private static Optional<Class<?>> field(Class<?> goal, String name) {
        return Stream.<Class<?>>iterate(goal, Objects::nonNull, Class::getSuperclass)
                .flatMap(type -> Arrays.stream(type.getDeclaredFields()))
                .filter(field -> field.getName().equals(name))
                .<Class<?>>map(Field::getType)
                .findFirst();
    }
}
