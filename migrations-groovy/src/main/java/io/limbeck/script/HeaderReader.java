package io.limbeck.script;

import io.limbeck.error.Place;
import io.limbeck.error.Problem;
import io.limbeck.error.Suggestion;
import io.limbeck.script.Token.Kind;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Reads {@code revision 'id', down: 'x', message: '…'} from tokens, with or without parentheses, on one line or
 * several.
 */
final class HeaderReader {

    private static final String LITERALS =
            "The header is read without running the script, so write the text itself in quotes.";

    private final SourceText source;
    private final List<Token> tokens;
    private final HeaderDraft draft;
    private final Set<String> unknown = new HashSet<>();
    private final int first;
    private int at;

    /** @param first the index of the word {@code revision} or {@code repeatable} */
    HeaderReader(SourceText source, List<Token> tokens, int first, List<Problem> problems) {
        this.source = source;
        this.tokens = tokens;
        this.first = first;
        this.at = first + 1;
        Header.Kind kind = tokens.get(first).is("revision") ? Header.Kind.REVISION : Header.Kind.REPEATABLE;
        this.draft = new HeaderDraft(kind, place(first), problems);
    }

    /** The header as far as it can be understood; what cannot is among the problems. */
    Header read() {
        boolean parenthesised = at < tokens.size() && tokens.get(at).is("(");
        int end = parenthesised ? closing(at) : statementEnd();
        if (parenthesised) {
            at++;
        }
        while (at < end) {
            argument(end);
        }
        if (parenthesised && end + 1 < tokens.size() && !tokens.get(end + 1).separates()) {
            computed(
                    end + 1, "the header is followed by '" + tokens.get(end + 1).text() + "' in the same statement");
        }
        if (!draft.hasId()) {
            draft.note(
                    place(first),
                    "missing-id",
                    "the " + tokens.get(first).text() + " has no id",
                    "Write " + draft.example() + ".");
        }
        return draft.header();
    }

    private void argument(int end) {
        skipNewlines(end);
        if (at >= end) {
            return;
        }
        if (at + 1 < end && tokens.get(at + 1).is(":") && named(tokens.get(at))) {
            int name = at;
            at += 2;
            skipNewlines(end);
            option(name, valueEnd(end));
        } else {
            positional(valueEnd(end));
        }
        at++;
    }

    private static boolean named(Token token) {
        return token.kind() == Kind.IDENTIFIER || token.kind() == Kind.KEYWORD || token.kind() == Kind.STRING;
    }

    private void positional(int end) {
        int start = at;
        List<Placed> words = words(start, end, false, "the id");
        at = end;
        if (draft.hasId()) {
            draft.note(
                    place(start),
                    "unexpected-value",
                    "the header has a second value without a name",
                    "Name it: the options are down:, message:, labels:, dependsOn: and replaces:.");
        } else if (words == null || words.isEmpty()) {
            draft.id(new Placed("unreadable", place(start)));
            if (words != null) {
                wrongType(start, "the id", false);
            }
        } else {
            draft.id(words.get(0));
        }
    }

    private void option(int name, int end) {
        Token token = tokens.get(name);
        String word = token.kind() == Kind.STRING ? token.string() : token.text();
        HeaderOption option = HeaderOption.named(word).orElse(null);
        int start = at;
        at = end;
        if (option == null) {
            if (unknown.add(word)) {
                draft.note(
                        place(name),
                        "unknown-option",
                        "'" + word + "' is not an option of "
                                + tokens.get(first).text(),
                        Suggestion.remedy(word, "options", HeaderOption.words()));
            }
            return;
        }
        List<Placed> words = words(start, end, option.many, "'" + word + "'");
        draft.option(option, place(name), words == null ? List.of() : words);
    }

    /** The literals between two indexes; null where something else stands there, which is noted. */
    private List<Placed> words(int from, int to, boolean many, String what) {
        int end = to;
        while (end > from && tokens.get(end - 1).kind() == Kind.NEWLINE) {
            end--;
        }
        if (from >= end) {
            draft.note(place(from - 1), "missing-value", what + " has no value", LITERALS);
            return null;
        }
        if (tokens.get(from).is("[") && closing(from) == end - 1) {
            if (many) {
                return list(from + 1, end - 1, what);
            }
            wrongType(from, what, false);
            return null;
        }
        if (end - from > 1) {
            computed(from, what + " is computed");
            return null;
        }
        return word(from, what, many);
    }

    private List<Placed> list(int from, int to, String what) {
        List<Placed> words = new ArrayList<>();
        boolean readable = true;
        int start = from;
        while (start < to) {
            at = start;
            int end = valueEnd(to);
            List<Placed> one = words(start, end, false, what);
            readable &= one != null;
            words.addAll(one == null ? List.of() : one);
            start = end + 1;
        }
        at = to + 1;
        return readable ? words : null;
    }

    private List<Placed> word(int index, String what, boolean many) {
        Token token = tokens.get(index);
        switch (token.kind()) {
            case STRING -> {
                return List.of(new Placed(token.string(), place(index)));
            }
            case GSTRING ->
                draft.note(
                        place(index),
                        "computed-header",
                        what + " contains a '$', which makes it computed",
                        "Use single quotes, or write \\$ for a dollar sign. " + LITERALS);
            case IDENTIFIER -> computed(index, what + " is the variable '" + token.text() + "'");
            default -> {
                if (token.is("null")) {
                    return List.of();
                }
                wrongType(index, what, many);
            }
        }
        return null;
    }

    private void computed(int index, String fact) {
        draft.note(place(index), "computed-header", fact, LITERALS);
    }

    private void wrongType(int index, String what, boolean many) {
        draft.note(
                place(index),
                "wrong-type",
                what + " must be a text" + (many ? " or a list of texts" : ""),
                many ? "Write 'a' or ['a', 'b']." : "Write it in quotes, such as 'a1b2'.");
    }

    private void skipNewlines(int end) {
        while (at < end && tokens.get(at).kind() == Kind.NEWLINE) {
            at++;
        }
    }

    /** The index of the comma behind the value that begins here, or of the end. */
    private int valueEnd(int end) {
        int depth = 0;
        for (int i = at; i < end; i++) {
            depth += depth(tokens.get(i));
            if (depth == 0 && tokens.get(i).is(",")) {
                return i;
            }
        }
        return end;
    }

    /** A line end behind a comma or a colon does not end the statement. */
    private int statementEnd() {
        int depth = 0;
        for (int i = at; i < tokens.size(); i++) {
            Token token = tokens.get(i);
            depth += depth(token);
            boolean goesOn = token.kind() == Kind.NEWLINE && waits(i - 1);
            if (depth == 0 && token.separates() && !goesOn) {
                return i;
            }
        }
        return tokens.size();
    }

    private boolean waits(int index) {
        int i = index;
        while (tokens.get(i).kind() == Kind.NEWLINE) {
            i--;
        }
        return tokens.get(i).is(",") || tokens.get(i).is(":") || tokens.get(i).is("+");
    }

    private int closing(int opening) {
        int depth = 0;
        for (int i = opening; i < tokens.size(); i++) {
            depth += depth(tokens.get(i));
            if (depth == 0) {
                return i;
            }
        }
        return tokens.size();
    }

    private static int depth(Token token) {
        return Outline.depth(token);
    }

    private Place place(int index) {
        return source.place(tokens.get(Math.min(index, tokens.size() - 1)).start());
    }
}
