package io.limbeck.maven;

import io.limbeck.autogenerate.Rename;
import java.io.Console;
import java.util.Locale;
import java.util.function.Function;

/** What {@code db.renames} says of columns and tables that seem to have got another name. */
enum Renaming {
    /** Somebody at the terminal is asked; where nobody is, the script has a rename with the alternative in a comment. */
    ASK,
    /** One thing goes and another comes. */
    NEVER;

    Function<Rename, Rename.Answer> answers(boolean interactive) {
        Console console = System.console();
        if (this == NEVER) {
            return rename -> Rename.Answer.TWO;
        }
        return console == null || !interactive ? rename -> Rename.Answer.UNDECIDED : rename -> asked(console, rename);
    }

    private static Rename.Answer asked(Console console, Rename rename) {
        String answer = console.readLine(
                "Is %s now '%s' (%s)? [y]es, [n]o, or enter to decide in the script: ",
                rename.subject(), rename.to(), rename.why());
        return switch (answer == null ? "" : answer.strip().toLowerCase(Locale.ROOT)) {
            case "y", "yes" -> Rename.Answer.SAME;
            case "n", "no" -> Rename.Answer.TWO;
            default -> Rename.Answer.UNDECIDED;
        };
    }
}
