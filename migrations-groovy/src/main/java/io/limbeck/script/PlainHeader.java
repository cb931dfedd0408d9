package io.limbeck.script;

import io.limbeck.error.Place;
import io.limbeck.error.Problem;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Reads the header of a script as nearly all are written, without looking at the rest: comments, then {@code revision}
 * and its values in plain quotes. Whatever else it meets it leaves to {@link Outline}, which knows the whole language and
 * says what is wrong.
 */
final class PlainHeader {

    private final String name;
    private final String text;
    private final List<Problem> problems = new ArrayList<>();
    private int at;
    private int line;
    private int lineStart;
    private int lineEnd = -1;
    private String lineText;

    private PlainHeader(String name, String text) {
        this.name = name;
        this.text = text;
    }

    /** Says that this is not a plain header; no stack, since it is no failure. */
    private static final class NotPlain extends RuntimeException {
        private static final long serialVersionUID = 1;

        NotPlain() {
            super(null, null, false, false);
        }
    }

    /** The header; empty where it is not plain, or where anything may be wrong with the file. */
    static Optional<Header> read(String name, String text) {
        if (text.indexOf('\uFFFD') >= 0
                || text.contains("<<<<<<<")
                || text.contains(">>>>>>>")
                || !(text.contains("\nupgrade {") || text.contains("\nupgrade{"))) {
            return Optional.empty();
        }
        PlainHeader plain = new PlainHeader(name, text);
        try {
            Header header = plain.header();
            return plain.problems.isEmpty() ? Optional.of(header) : Optional.empty();
        } catch (NotPlain | StringIndexOutOfBoundsException other) {
            return Optional.empty();
        }
    }

    private Header header() {
        blanks(true);
        int start = at;
        if (!text.startsWith("revision ", at)) {
            throw new NotPlain();
        }
        at += "revision ".length();
        HeaderDraft draft = new HeaderDraft(Header.Kind.REVISION, place(start), problems);
        blanks(false);
        draft.id(string());
        blanks(false);
        while (text.charAt(at) == ',') {
            at++;
            blanks(true);
            option(draft);
            blanks(false);
        }
        end();
        return draft.header();
    }

    private void option(HeaderDraft draft) {
        int start = at;
        while (Character.isLetter(text.charAt(at))) {
            at++;
        }
        HeaderOption option = HeaderOption.named(text.substring(start, at)).orElse(null);
        if (option == null) {
            throw new NotPlain();
        }
        expect(':');
        blanks(false);
        if (text.charAt(at) != '[') {
            draft.option(option, place(start), List.of(string()));
        } else if (option.many) {
            draft.option(option, place(start), strings());
        } else {
            throw new NotPlain();
        }
    }

    private List<Placed> strings() {
        List<Placed> words = new ArrayList<>();
        do {
            at++;
            blanks(true);
            words.add(string());
            blanks(true);
        } while (text.charAt(at) == ',');
        expect(']');
        return words;
    }

    /** A string in plain quotes, on one line, in which nothing has a meaning of its own. */
    private Placed string() {
        int start = at;
        char quote = text.charAt(at);
        if (quote != '\'' && quote != '"') {
            throw new NotPlain();
        }
        int end = at + 1;
        for (char letter = text.charAt(end); letter != quote; letter = text.charAt(++end)) {
            if (letter == '\\' || letter == '$' || letter == '\n') {
                throw new NotPlain();
            }
        }
        if (end == at + 1) {
            throw new NotPlain();
        }
        String word = text.substring(at + 1, end);
        at = end + 1;
        return new Placed(word, place(start));
    }

    /** The statement ends with its line, and what comes next begins another one. */
    private void end() {
        if (text.charAt(at) != '\n' && !text.startsWith("\r\n", at) && !text.startsWith("//", at)) {
            throw new NotPlain();
        }
        blanks(true);
        if (!Character.isLetter(text.charAt(at))) {
            throw new NotPlain();
        }
    }

    private void expect(char wanted) {
        if (text.charAt(at) != wanted) {
            throw new NotPlain();
        }
        at++;
    }

    /** Skips spaces, and line ends and comments too where these may stand. */
    private void blanks(boolean linesToo) {
        while (true) {
            char letter = text.charAt(at);
            if (letter == ' ' || letter == '\t' || (linesToo && (letter == '\n' || letter == '\r'))) {
                at++;
            } else if (linesToo && text.startsWith("//", at)) {
                at = text.indexOf('\n', at) < 0 ? text.length() : text.indexOf('\n', at);
            } else if (linesToo && text.startsWith("/*", at)) {
                at = text.indexOf("*/", at + 2) + 2;
                if (at < 2) {
                    throw new NotPlain();
                }
            } else {
                return;
            }
        }
    }

    private Place place(int offset) {
        if (offset < lineStart || offset > lineEnd) {
            findLine(offset);
        }
        return new Place(name, line, offset - lineStart + 1, lineText);
    }

    private void findLine(int offset) {
        lineStart = text.lastIndexOf('\n', offset - 1) + 1;
        lineEnd = text.indexOf('\n', offset);
        int stop = lineEnd > lineStart && text.charAt(lineEnd - 1) == '\r' ? lineEnd - 1 : lineEnd;
        lineText = text.substring(lineStart, stop);
        line = 1;
        for (int i = text.indexOf('\n'); i >= 0 && i < lineStart; i = text.indexOf('\n', i + 1)) {
            line++;
        }
    }
}
