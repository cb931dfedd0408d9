package io.limbeck.thrown;

import groovy.lang.MissingMethodException;
import groovy.lang.MissingPropertyException;
import java.util.Optional;
import java.util.regex.Pattern;

/** What the code of scripts throws, told to people. */
public final class Thrown {

    /** Shapes: {@code for class: io.limbeck.X}, {@code io.limbeck.} before a class's name, {@code Script_b2$_run_closure1@1f}. */
    private static final Pattern INSIDE = Pattern.compile(
            "\\s+for class: (?:io\\.limbeck\\.|Script_)\\S+|io\\.limbeck\\.(?:[a-z]\\w*\\.)*|(Script_[\\w$]+(?:@\\p{XDigit}+)?)");

    private Thrown() {}

    /**
     * What code of a script threw, in a line: words that it does not know are told as such, without the classes behind it.
     * Shape: {@code ArithmeticException: Division by zero}
     */
    public static String words(Throwable failure) {
        if (failure instanceof MissingPropertyException missing && missing.getProperty() != null) {
            return "'" + missing.getProperty() + "' is not known here";
        }
        if (failure instanceof MissingMethodException missing) {
            return "'" + missing.getMethod() + "' is not known here, or "
                    + (missing.getArguments().length == 0
                            ? "wants something behind it"
                            : "not with what stands behind it");
        }
        String message = Optional.ofNullable(failure.getMessage())
                .map(text -> ": " + text.strip().lines().findFirst().orElse(""))
                .orElse("");
        return failure.getClass().getSimpleName()
                + INSIDE.matcher(message).replaceAll(found -> found.group(1) == null ? "" : "the script");
    }
}
