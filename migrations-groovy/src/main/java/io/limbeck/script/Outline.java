package io.limbeck.script;

import io.limbeck.error.LimbeckException;
import io.limbeck.error.Place;
import io.limbeck.error.Problem;
import io.limbeck.error.Suggestion;
import io.limbeck.script.Token.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A Groovy script as its text alone tells it: the header, where its blocks begin, its tokens.
 *
 * @param upgrade the offset of the word {@code upgrade}
 * @param downgrade the offset of the word {@code downgrade}, or -1 where there is none
 */
public record Outline(SourceText source, List<Token> tokens, Header header, int upgrade, int downgrade) {

    private static final int NOWHERE = -1;

    private static final String EXAMPLE =
            "A script begins with: revision 'a1b2c3d4e5f6', down: '9f8e7d6c5b4a', message: 'create account'\n"
                    + "or, for one that runs whenever it changed: repeatable 'active_accounts'";

    public Outline {
        tokens = List.copyOf(tokens);
    }

    /**
     * Reads a script without running it.
     *
     * @throws LimbeckException with every problem of the header and of the blocks: {@code missing-header},
     *     {@code late-header}, {@code duplicate-header}, {@code missing-upgrade}, {@code duplicate-block}, those of the
     *     header's values; or with the first one of {@link GroovyLexer#tokens}
     */
    public static Outline read(SourceText source) {
        return read(source, null);
    }

    /**
     * Reads a script whose header is known already, or null.
     *
     * @throws LimbeckException as the other method does
     */
    static Outline read(SourceText source, Header known) {
        List<Token> tokens = GroovyLexer.tokens(source);
        List<Problem> problems = new ArrayList<>();
        Scan scan = new Scan(source, tokens, problems);
        Header header = known != null && scan.hasOneHeader() ? known : scan.header();
        int upgrade = scan.block("upgrade");
        int downgrade = scan.block("downgrade");
        if (upgrade == NOWHERE && header != null) {
            problems.add(Problem.at(
                    header.place(),
                    "missing-upgrade",
                    "the script has no upgrade block",
                    "Add upgrade { … } below the header; it may be empty, as in a merge."));
        }
        if (!problems.isEmpty()) {
            throw LimbeckException.migration(problems);
        }
        return new Outline(source, tokens, header, upgrade, downgrade);
    }

    public Place upgradePlace() {
        return source.place(upgrade);
    }

    public Optional<Place> downgradePlace() {
        return downgrade == NOWHERE ? Optional.empty() : Optional.of(source.place(downgrade));
    }

    boolean hasDowngrade() {
        return downgrade != NOWHERE;
    }

    /** The checksum that the version table keeps. */
    public String checksum() {
        return Checksum.of(tokens);
    }

    static int depth(Token token) {
        if (token.kind() != Kind.SYMBOL) {
            return 0;
        }
        String text = token.text();
        return switch (text.charAt(text.length() - 1)) {
            case '(', '[', '{' -> 1;
            case ')', ']', '}' -> -1;
            default -> 0;
        };
    }

    /** The statements at the top level, as indexes of their first tokens. */
    private static final class Scan {

        private final SourceText source;
        private final List<Token> tokens;
        private final List<Problem> problems;
        private final List<Integer> statements = new ArrayList<>();

        Scan(SourceText source, List<Token> tokens, List<Problem> problems) {
            this.source = source;
            this.tokens = tokens;
            this.problems = problems;
            int depth = 0;
            boolean begins = true;
            for (int i = 0; i < tokens.size(); i++) {
                Token token = tokens.get(i);
                int change = depth(token);
                if (depth == 0) {
                    boolean separates = token.separates();
                    if (begins && !separates && change >= 0) {
                        statements.add(i);
                    }
                    begins = separates;
                }
                depth += change;
                begins |= depth == 0 && token.is("}");
            }
        }

        /** Whether the first statement is the only header. */
        boolean hasOneHeader() {
            for (int index : statements) {
                if (isHeader(index) != (index == statements.get(0).intValue())) {
                    return false;
                }
            }
            return !statements.isEmpty();
        }

        Header header() {
            List<Integer> headers = statements.stream().filter(this::isHeader).toList();
            Integer first = statements.stream()
                    .filter(index -> !isPreamble(index))
                    .findFirst()
                    .orElse(null);
            if (headers.isEmpty()) {
                problems.add(missing(first));
                return null;
            }
            int start = headers.get(0);
            if (start != first) {
                problems.add(Problem.at(
                        place(start),
                        "late-header",
                        "other code stands before the header, on line "
                                + place(first).line(),
                        "Make the header the first statement; only package, imports and annotations may precede it."));
            }
            for (int other : headers.subList(1, headers.size())) {
                problems.add(Problem.at(
                        place(other),
                        "duplicate-header",
                        "the script has a second header; the first is on line "
                                + place(start).line(),
                        "One file is one revision: move this one to a file of its own."));
            }
            return new HeaderReader(source, tokens, start, problems).read();
        }

        private Problem missing(Integer first) {
            if (first == null) {
                return Problem.at(source.place(), "missing-header", "the script is empty", EXAMPLE);
            }
            String word = tokens.get(first).text();
            String near = Suggestion.nearest(word, List.of("revision", "repeatable"))
                    .filter(found -> !found.equals(word))
                    .map(found -> "Did you mean '" + found + "'?\n")
                    .orElse("");
            return Problem.at(place(first), "missing-header", "the script has no header", near + EXAMPLE);
        }

        /** The offset of a top-level block; a second one is a problem. */
        int block(String name) {
            List<Integer> found = new ArrayList<>();
            for (int index : statements) {
                if (tokens.get(index).is(name) && (follows(index, "{") || follows(index, "("))) {
                    found.add(index);
                }
            }
            for (int other : found.subList(Math.min(1, found.size()), found.size())) {
                problems.add(Problem.at(
                        place(other),
                        "duplicate-block",
                        "the script has a second " + name + " block; the first is on line "
                                + place(found.get(0)).line(),
                        "Put both into one."));
            }
            return found.isEmpty() ? NOWHERE : tokens.get(found.get(0)).start();
        }

        private boolean isHeader(int index) {
            Token token = tokens.get(index);
            if (!token.is("revision") && !token.is("repeatable")) {
                return false;
            }
            return !follows(index, "=") && !follows(index, ".") && !follows(index, "{");
        }

        private boolean isPreamble(int index) {
            Token token = tokens.get(index);
            return token.is("import") || token.is("package") || token.is("@");
        }

        private boolean follows(int index, String symbol) {
            return index + 1 < tokens.size() && tokens.get(index + 1).is(symbol);
        }

        private Place place(int index) {
            return source.place(tokens.get(index).start());
        }
    }
}
