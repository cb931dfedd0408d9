package io.limbeck.sql;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * How a script must look for the database's own client to run it, to stop at the first error, and to say so.
 *
 * @param client the client that is meant, such as {@code psql}
 * @param command how to run it, for the script's first comment; {@code FILE} stands for the script
 * @param header lines in the client's own language, before everything else
 * @param footer the same behind everything else
 * @param begin the statement that begins a transaction; empty where the client is set so by the header
 * @param commit the statement that commits
 * @param terminator what ends a statement; one that begins with a line end stands on a line of its own
 * @param endings other ways to end statements that the client would cut in pieces; the first that applies is taken
 * @param escapes what must be written otherwise for the client to pass it on
 * @param traps what the client would take for its own, so that a script cannot hold it
 * @param branch lines of the client that make what stands between them depend on a condition
 */
public record ClientProfile(
        String client,
        String command,
        List<String> header,
        List<String> footer,
        String begin,
        String commit,
        String terminator,
        List<Ending> endings,
        List<Escape> escapes,
        List<Trap> traps,
        Optional<Branch> branch) {

    public ClientProfile {
        header = List.copyOf(header);
        footer = List.copyOf(footer);
        endings = List.copyOf(endings);
        escapes = List.copyOf(escapes);
        traps = List.copyOf(traps);
    }

    /** A client that ends every statement alike and has no words of its own. */
    public ClientProfile(
            String client, String command, List<String> header, String begin, String commit, String terminator) {
        this(
                client,
                command,
                header,
                List.of(),
                begin,
                commit,
                terminator,
                List.of(),
                List.of(),
                List.of(),
                Optional.empty());
    }

    /** A client that wants a semicolon behind each statement and nothing else. */
    public static ClientProfile plain(String client, String command) {
        return new ClientProfile(client, command, List.of(), "BEGIN", "COMMIT", ";");
    }

    /** Which statements are ended otherwise. */
    public enum Cut {
        /** Those that hold the terminator outside strings, quoted names and comments. */
        TERMINATOR_INSIDE,
        /** Those of which a line before the last ends in the terminator, be it in a string or a comment. */
        TERMINATOR_AT_LINE_END
    }

    /**
     * A way to end some statements.
     *
     * @param before a line before the statement, or empty; {@code END} in it stands for the terminator
     * @param terminators possible ones, of which the first is taken that the statement does not hold
     * @param after a line behind it that brings the usual terminator back, or empty
     */
    public record Ending(Cut cut, String before, List<String> terminators, String after) {

        public Ending {
            terminators = List.copyOf(terminators);
        }
    }

    /**
     * A text that is written otherwise.
     *
     * @param pattern looked for outside strings, quoted names and comments
     * @param replacement as {@link Matcher#appendReplacement} takes it
     */
    public record Escape(Pattern pattern, String replacement) {}

    /** Where a text means something to a client. */
    public enum Where {
        /** In strings, quoted names and comments too. */
        EVERYWHERE,
        /** Outside of them. */
        OUTSIDE,
        /** In strings and quoted names alone. */
        QUOTED
    }

    /**
     * A text that the client would not pass on.
     *
     * @param pattern what it takes for its own; {@code ^} and {@code $} mean lines, {@code \\A} and {@code \\z} the statement
     * @param why what it would do, to stand behind the client's name: {@code takes a line … for …}
     * @param instead the way round
     */
    public record Trap(Pattern pattern, Where where, String why, String instead) {

        /** A trap in strings, quoted names and comments, too. */
        public static Trap everywhere(String pattern, String why, String instead) {
            return new Trap(lines(pattern), Where.EVERYWHERE, why, instead);
        }

        /** A trap outside strings, quoted names and comments. */
        public static Trap outside(String pattern, String why, String instead) {
            return new Trap(lines(pattern), Where.OUTSIDE, why, instead);
        }

        /** A trap in strings and quoted names. */
        public static Trap quoted(String pattern, String why, String instead) {
            return new Trap(lines(pattern), Where.QUOTED, why, instead);
        }

        private static Pattern lines(String pattern) {
            return Pattern.compile(pattern, Pattern.MULTILINE | Pattern.CASE_INSENSITIVE);
        }
    }

    /**
     * Lines around what runs only where a condition holds.
     *
     * @param open {@code CONDITION} in it stands for the condition
     */
    public record Branch(List<String> open, List<String> close) {

        public Branch {
            open = List.copyOf(open);
            close = List.copyOf(close);
        }
    }

    public ClientProfile withFooter(String... lines) {
        return with(List.of(lines), endings, escapes, traps, branch);
    }

    /** Ends some statements otherwise. */
    public ClientProfile ending(Cut cut, String before, List<String> terminators, String after) {
        return with(footer, and(endings, new Ending(cut, before, terminators, after)), escapes, traps, branch);
    }

    /** Writes something otherwise. */
    public ClientProfile escaping(String pattern, String replacement) {
        return with(footer, endings, and(escapes, new Escape(Pattern.compile(pattern), replacement)), traps, branch);
    }

    /** Refuses what the client would not pass on. */
    public ClientProfile refusing(Trap trap) {
        return with(footer, endings, escapes, and(traps, trap), branch);
    }

    public ClientProfile branching(List<String> open, List<String> close) {
        return with(footer, endings, escapes, traps, Optional.of(new Branch(open, close)));
    }

    private ClientProfile with(
            List<String> otherFooter,
            List<Ending> otherEndings,
            List<Escape> otherEscapes,
            List<Trap> otherTraps,
            Optional<Branch> otherBranch) {
        return new ClientProfile(
                client,
                command,
                header,
                otherFooter,
                begin,
                commit,
                terminator,
                otherEndings,
                otherEscapes,
                otherTraps,
                otherBranch);
    }

    private static <T> List<T> and(List<T> some, T another) {
        List<T> all = new ArrayList<>(some);
        all.add(another);
        return all;
    }
}
