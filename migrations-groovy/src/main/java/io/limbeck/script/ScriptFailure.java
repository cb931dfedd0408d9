package io.limbeck.script;

import groovy.lang.MissingMethodException;
import groovy.lang.MissingPropertyException;
import io.limbeck.error.LimbeckException;
import io.limbeck.error.Place;
import io.limbeck.error.Problem;
import java.util.Arrays;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Says which line of a script an exception came from, by its stack. */
public final class ScriptFailure {

    /** Shapes: {@code for class: io.limbeck.X}, {@code io.limbeck.} before a class's name, {@code Script_b2$_run_closure1@1f}. */
    private static final Pattern INSIDE = Pattern.compile(
            "\\s+for class: (?:io\\.limbeck\\.|Script_)\\S+|io\\.limbeck\\.(?:[a-z]\\w*\\.)*|(Script_[\\w$]+(?:@\\p{XDigit}+)?)");

    private ScriptFailure() {}

    /** What the code of a script threw. */
    public static Problem of(SourceText source, Throwable failure) {
        return of(line(source, failure).orElseGet(source::place), failure);
    }

    static Problem of(Place place, Throwable failure) {
        return Problem.at(place, "script-failed", "the script failed here: " + words(failure), null);
    }

    /**
     * What code of a script threw, in a line: words that it does not know are told as such, without the classes behind it.
     * Shape: {@code ArithmeticException: Division by zero}
     */
    public static String words(Throwable failure) {
        if (failure instanceof MissingPropertyException missing && missing.getProperty() != null) {
            return "'" + missing.getProperty() + "' is not known here";
        }
        if (failure instanceof MissingMethodException missing) {
            return "'" + missing.getMethod() + "' is not known here, or not with "
                    + (missing.getArguments().length == 0 ? "nothing behind it" : "what stands behind it");
        }
        String message = Optional.ofNullable(failure.getMessage())
                .map(text -> ": " + text.strip().lines().findFirst().orElse(""))
                .orElse("");
        return failure.getClass().getSimpleName()
                + INSIDE.matcher(message).replaceAll(found -> found.group(1) == null ? "" : "the script");
    }

    /** The same failure, with the script's line for each problem that has no place yet. */
    public static LimbeckException placed(SourceText source, LimbeckException failure) {
        Optional<Place> line = line(source, failure);
        if (line.isEmpty()) {
            return failure;
        }
        return new LimbeckException(
                failure.kind(),
                failure.problems().stream()
                        .map(problem -> problem.place().isPresent()
                                ? problem
                                : Problem.at(line.get(), problem.code(), problem.fact(), problem.way()))
                        .toList(),
                failure.getCause());
    }

    /** The innermost line of the script that took part. */
    static Optional<Place> line(SourceText source, Throwable failure) {
        String script = GroovyScripts.className(source.name());
        return Stream.iterate(failure, Objects::nonNull, Throwable::getCause)
                .flatMap(each -> Arrays.stream(each.getStackTrace()))
                .filter(frame -> frame.getClassName().split("\\$", 2)[0].equals(script))
                .map(StackTraceElement::getLineNumber)
                .filter(number -> number > 0 && number <= source.lines())
                .findFirst()
                .map(number -> {
                    String text = source.line(number);
                    int column = text.length() - text.stripLeading().length() + 1;
                    return new Place(source.name(), number, column, text);
                });
    }
}
