package io.limbeck.online;

import io.limbeck.error.LimbeckException;
import io.limbeck.error.Problem;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Hides passwords in texts that people see. */
public final class Secrets {

    private static final String WORDS = "password|passwd|pwd|secret|token|passphrase";
    private static final Pattern IN_URL = Pattern.compile("(?i)(\\w*(?:" + WORDS + ")\\w*\\s*=\\s*)[^;&\\s]*");
    private static final Pattern IN_AUTHORITY = Pattern.compile("(//[^/@:\\s]*:)[^/@\\s]*@|(:[^/@:\\s]+/)[^/@\\s]+@");
    private static final Pattern NAME = Pattern.compile("(?i).*(?:" + WORDS + ").*");

    private Secrets() {}

    /** Whether a connection property of this name holds what must not be shown. */
    public static boolean isSecret(String property) {
        return NAME.matcher(property).matches();
    }

    /** A JDBC URL, or any text with one in it, without its passwords. */
    public static String masked(String text) {
        String shown = IN_URL.matcher(text).replaceAll("$1***");
        return IN_AUTHORITY.matcher(shown).replaceAll(match -> {
            String kept = match.group(1) == null ? match.group(2) : match.group(1);
            return Matcher.quoteReplacement(kept + "***@");
        });
    }

    /**
     * A failure without secrets: where its own words or those of a cause have one, the words are masked and the causes
     * are left out.
     *
     * @param known the passwords in use
     */
    public static LimbeckException without(List<String> known, LimbeckException failure) {
        boolean tells = Stream.<Throwable>iterate(failure, Objects::nonNull, Throwable::getCause)
                .map(each -> String.valueOf(each.getMessage()))
                .anyMatch(text -> !masked(known, text).equals(text));
        if (!tells) {
            return failure;
        }
        LimbeckException quiet = new LimbeckException(
                failure.kind(),
                failure.problems().stream()
                        .map(problem -> new Problem(
                                problem.code(),
                                problem.where(),
                                masked(known, problem.fact()),
                                problem.way() == null ? null : masked(known, problem.way())))
                        .toList(),
                null);
        quiet.setStackTrace(failure.getStackTrace());
        return quiet;
    }

    private static String masked(List<String> known, String text) {
        String shown = masked(text);
        for (String secret : known) {
            if (secret.length() > 3 || text.toLowerCase(Locale.ROOT).contains("password")) {
                shown = shown.replace(secret, "***");
            }
        }
        return shown;
    }
}
