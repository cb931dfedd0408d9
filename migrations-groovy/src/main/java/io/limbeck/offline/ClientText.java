package io.limbeck.offline;

import io.limbeck.error.Refusal;
import io.limbeck.sql.ClientProfile;
import io.limbeck.sql.ClientProfile.Ending;
import io.limbeck.sql.ClientProfile.Trap;
import io.limbeck.sql.ClientProfile.Where;
import io.limbeck.sql.ScriptRules;
import io.limbeck.sql.SqlScanner;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Statements as a client takes them: terminated, escaped, or refused. */
final class ClientText {

    private static final int SHOWN = 60;

    private final ClientProfile profile;
    private final ScriptRules rules;

    /**
     * @param rules tell strings and comments from code
     */
    ClientText(ClientProfile profile, ScriptRules rules) {
        this.profile = profile;
        this.rules = rules;
    }

    /**
     * The lines of a statement with its terminator.
     *
     * @throws Refusal where the client would not pass the statement on
     */
    String of(String sql) {
        String text = sql.stripTrailing();
        for (Trap trap : profile.traps()) {
            refuse(trap, text);
        }
        String escaped = text;
        for (ClientProfile.Escape escape : profile.escapes()) {
            escaped = escaped(escape, escaped);
        }
        Optional<Ending> ending = profile.endings().stream()
                .filter(each -> applies(each.cut(), text))
                .findFirst();
        return ending.isPresent() ? ended(escaped, ending.get()) : terminated(escaped, profile.terminator());
    }

    private String ended(String text, Ending ending) {
        String end = ending.terminators().stream()
                .filter(each -> each.startsWith("\n") || !text.contains(each))
                .findFirst()
                .orElseThrow(() -> new Refusal(
                        "unwritable",
                        null,
                        profile.client() + " would cut this statement in pieces, which holds every terminator that"
                                + " could stand for another: " + String.join(" ", ending.terminators()),
                        "Change the text, or let db:migrate send it."));
        return line(ending.before().replace("END", end))
                + terminated(text, end)
                + (ending.after().isEmpty() ? "" : "\n" + ending.after());
    }

    private static String line(String text) {
        return text.isEmpty() ? "" : text + "\n";
    }

    /** The terminator stands on a line of its own where the last line might end in a comment. */
    private static String terminated(String text, String terminator) {
        if (terminator.startsWith("\n")) {
            return text + terminator;
        }
        boolean commented = text.substring(text.lastIndexOf('\n') + 1).contains("--");
        boolean ended = terminator.startsWith(";\n") && text.endsWith(";");
        return text + (commented ? "\n" : "") + terminator.substring(ended && !commented ? 1 : 0);
    }

    private boolean applies(ClientProfile.Cut cut, String text) {
        String terminator = profile.terminator().strip();
        return switch (cut) {
            case TERMINATOR_INSIDE ->
                text.contains(terminator) && SqlScanner.bare(text, rules).contains(terminator);
            case TERMINATOR_AT_LINE_END ->
                Pattern.compile("(?m)" + Pattern.quote(terminator) + "[ \\t\\r]*$")
                        .matcher(text)
                        .find();
        };
    }

    private void refuse(Trap trap, String text) {
        Matcher found = trap.pattern().matcher(text);
        int at = found.find() ? found.start() : -1;
        if (at >= 0 && trap.where() != Where.EVERYWHERE) {
            String bare = SqlScanner.bare(text, rules);
            at = trap.where() == Where.OUTSIDE ? outside(trap.pattern(), bare) : quoted(found.reset(), text, bare);
        }
        if (at >= 0) {
            throw new Refusal(
                    "unwritable", null, profile.client() + " " + trap.why() + ": " + lineOf(text, at), trap.instead());
        }
    }

    private static int outside(Pattern pattern, String bare) {
        Matcher found = pattern.matcher(bare);
        return found.find() ? found.start() : -1;
    }

    private static int quoted(Matcher found, String text, String bare) {
        while (found.find()) {
            if (bare.charAt(found.start()) == 'x' && text.charAt(found.start()) != 'x') {
                return found.start();
            }
        }
        return -1;
    }

    private static String lineOf(String text, int at) {
        int end = text.indexOf('\n', at);
        String line = text.substring(text.lastIndexOf('\n', Math.max(at - 1, 0)) + 1, end < 0 ? text.length() : end)
                .strip();
        return line.length() <= SHOWN ? line : line.substring(0, SHOWN - 1) + "…";
    }

    private String escaped(ClientProfile.Escape escape, String text) {
        if (!escape.pattern().matcher(text).find()) {
            return text;
        }
        Matcher found = escape.pattern().matcher(SqlScanner.bare(text, rules));
        StringBuilder out = new StringBuilder();
        StringBuilder replaced = new StringBuilder();
        int from = 0;
        while (found.find()) {
            replaced.setLength(0);
            found.appendReplacement(replaced, escape.replacement());
            out.append(text, from, found.start()).append(replaced.substring(found.start() - from));
            from = found.end();
        }
        return out.append(text.substring(from)).toString();
    }
}
