package io.limbeck.environment;

import groovy.lang.Closure;
import io.limbeck.autogenerate.Rename;
import io.limbeck.autogenerate.Rules;
import io.limbeck.error.LimbeckException;
import io.limbeck.error.Problem;
import io.limbeck.operation.Operation;
import io.limbeck.schema.Naming;
import io.limbeck.schema.Part;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.codehaus.groovy.runtime.typehandling.DefaultTypeTransformation;

/**
 * The closures of {@code env.groovy} that have a say in a comparison. Shapes:
 *
 * <pre>
 * includeName { name, kind, table -> name != 'legacy' }
 * includeObject { object, name, kind, reflected, counterpart -> … }
 * compareType { table, from, to -> null }
 * rewrite { operations -> operations }
 * </pre>
 *
 * <p>A closure may take fewer. The kinds are the names of {@link Part.Kind}, in lower case.
 */
final class Filters {

    private final Map<String, Object> given;

    Filters(Map<String, Object> given) {
        this.given = given;
    }

    Rules rules(Naming naming, Function<Rename, Rename.Answer> renames) {
        Rules rules = Rules.USUAL.naming(naming).renames(renames);
        if (given.containsKey("includeName")) {
            rules = rules.includeName(part -> isTrue(call("includeName", part.name(), kind(part), owner(part))));
        }
        if (given.containsKey("includeObject")) {
            rules = rules.includeObject(candidate -> isTrue(call(
                    "includeObject",
                    candidate.thing(),
                    candidate.part().name(),
                    kind(candidate.part()),
                    candidate.reflected(),
                    candidate.counterpart().orElse(null))));
        }
        if (given.containsKey("compareType")) {
            rules = rules.compareType(column("compareType"));
        }
        if (given.containsKey("compareDefault")) {
            rules = rules.compareDefault(column("compareDefault"));
        }
        return given.containsKey("rewrite") ? rules.rewrite(this::rewritten) : rules;
    }

    /** {@code false} in place of a closure says that nothing of the kind differs. */
    private Rules.ColumnRule column(String word) {
        if (given.get(word) instanceof Boolean compared) {
            return compared ? Rules.ColumnRule.NONE : (table, from, to) -> Optional.of(false);
        }
        return (table, from, to) ->
                Optional.ofNullable(call(word, table.value(), from, to)).map(DefaultTypeTransformation::castToBoolean);
    }

    private List<Operation> rewritten(List<Operation> operations) {
        Object answer = call("rewrite", operations);
        if (answer == null) {
            return operations;
        }
        if (answer instanceof List<?> list && list.stream().allMatch(Operation.class::isInstance)) {
            return list.stream().map(Operation.class::cast).toList();
        }
        throw LimbeckException.setup(Problem.of(
                Options.HOOK_FAILED,
                "'rewrite' gives " + answer.getClass().getSimpleName() + ", not the operations",
                "It is to give a list of operations, such as the one it gets."));
    }

    private Object call(String word, Object... arguments) {
        if (!(given.get(word) instanceof Closure<?> closure)) {
            throw LimbeckException.setup(
                    Problem.of("wrong-type", "'" + word + "' is not used so", "Write " + word + " { … }."));
        }
        int wanted = closure.getMaximumNumberOfParameters();
        try {
            return closure.call(wanted < arguments.length ? Arrays.copyOf(arguments, wanted) : arguments);
        } catch (Exception failure) {
            throw new LimbeckException(
                    LimbeckException.Kind.MIGRATION,
                    List.of(Problem.of(Options.HOOK_FAILED, "'" + word + "' failed: " + failure.getMessage(), null)),
                    failure);
        }
    }

    private static boolean isTrue(Object answer) {
        return DefaultTypeTransformation.castToBoolean(answer);
    }

    private static String kind(Part part) {
        return part.kind().name().toLowerCase(Locale.ROOT);
    }

    private static String owner(Part part) {
        return part.owner().value();
    }
}
