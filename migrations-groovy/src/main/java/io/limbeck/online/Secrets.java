package io.limbeck.online;

import java.util.regex.Pattern;

/** Hides passwords in texts that people see. */
public final class Secrets {

    private static final Pattern IN_URL =
            Pattern.compile("(?i)((?:password|passwd|pwd|secret|token|bootpassword)\\s*=\\s*)[^;&\\s]*");
    private static final Pattern IN_AUTHORITY = Pattern.compile("(//[^/@:\\s]*:)[^/@\\s]*@|(:[^/@:\\s]+/)[^/@\\s]+@");

    private Secrets() {}

    /** A JDBC URL, or any text with one in it, without its passwords. */
    public static String masked(String text) {
        String shown = IN_URL.matcher(text).replaceAll("$1***");
        return IN_AUTHORITY.matcher(shown).replaceAll(match -> {
            String kept = match.group(1) == null ? match.group(2) : match.group(1);
            return java.util.regex.Matcher.quoteReplacement(kept + "***@");
        });
    }
}
