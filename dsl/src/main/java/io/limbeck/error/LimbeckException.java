package io.limbeck.error;

import java.util.List;
import java.util.stream.Collectors;

/**
 * The one exception that Limbeck throws: its {@link #problems()} are data, its message is their wording.
 *
 * <p>Its {@link Kind} tells whether migrations failed or the set-up around them is wrong.
 */
public class LimbeckException extends RuntimeException {

    private static final long serialVersionUID = 1;

    /** Who has to act. */
    public enum Kind {
        /** The migrations, or the database's state, are at fault: a build failure. */
        MIGRATION,
        /** The configuration or the environment is at fault: a build error. */
        SETUP
    }

    private final Kind kind;
    private final transient List<Problem> problems;

    public LimbeckException(Kind kind, List<Problem> problems, Throwable cause) {
        super(problems.stream().map(Problem::toString).collect(Collectors.joining("\n\n")), cause);
        this.kind = kind;
        this.problems = List.copyOf(problems);
    }

    /** Migrations that cannot run: every problem that was found. */
    public static LimbeckException migration(List<Problem> problems) {
        return new LimbeckException(Kind.MIGRATION, problems, null);
    }

    public static LimbeckException migration(Problem problem) {
        return migration(List.of(problem));
    }

    /** A wrong set-up: a URL, a driver, a parameter, a folder. */
    public static LimbeckException setup(Problem problem) {
        return new LimbeckException(Kind.SETUP, List.of(problem), null);
    }

    public static LimbeckException setup(Problem problem, Throwable cause) {
        return new LimbeckException(Kind.SETUP, List.of(problem), cause);
    }

    public Kind kind() {
        return kind;
    }

    public List<Problem> problems() {
        return problems;
    }
}
