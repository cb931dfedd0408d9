package io.limbeck.script;

import io.limbeck.error.LimbeckException;
import io.limbeck.error.Place;
import io.limbeck.error.Problem;
import io.limbeck.thrown.Thrown;
import java.util.Arrays;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/** Says which line of a script an exception came from, by its stack. */
public final class ScriptFailure {

    private ScriptFailure() {}

    /** What the code of a script threw. */
    public static Problem of(SourceText source, Throwable failure) {
        return of(line(source, failure).orElseGet(source::place), failure);
    }

    static Problem of(Place place, Throwable failure) {
        return Problem.at(place, "script-failed", "the script failed here: " + Thrown.words(failure), null);
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
