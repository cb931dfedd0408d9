package io.limbeck.sql;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.Set;

/**
 * How an SQL script is cut into statements: what a dialect states of itself so that one splitter serves all.
 *
 * <p>The rules are those of the database's own client, since a script that people can run there must mean the same
 * here.
 *
 * @param traits what the dialect's lexical rules have beyond the standard
 * @param blocks which statements hold semicolons of their own
 * @param batchLine the word that ends a statement when it stands alone on a line ({@code GO}, {@code /}), or empty
 */
public record ScriptRules(Set<Trait> traits, Blocks blocks, String batchLine) {

    /** One lexical rule that a dialect has or has not. */
    public enum Trait {
        /** A semicolon ends a statement. Without it only batch lines and explicit delimiters do. */
        SEMICOLONS,
        /** A backslash escapes the next character in every string (MySQL, MariaDB). */
        BACKSLASH_ESCAPES,
        /** A backslash escapes the next character in {@code E'…'} alone (PostgreSQL). */
        ESCAPE_STRINGS,
        /** {@code `name`} is a quoted identifier. */
        BACKTICKS,
        /** {@code [name]} is a quoted identifier. */
        BRACKETS,
        /** {@code q'[…]'} is a string (Oracle). */
        ALTERNATIVE_QUOTES,
        /** {@code $$…$$} is a string (H2). */
        DOLLAR_QUOTES,
        /** {@code $tag$…$tag$} is a string, and {@code $$…$$} too (PostgreSQL). */
        TAGGED_DOLLAR_QUOTES,
        /** A block comment may hold another one. */
        NESTED_COMMENTS,
        /** {@code #} begins a comment. */
        HASH_COMMENTS,
        /** {@code --} begins a comment only before white space, so that {@code 5--3} is arithmetic. */
        SPACED_DASHES,
        /** {@code /*! … *}{@code /} is code in the guise of a comment. */
        EXECUTABLE_COMMENTS,
        /** A line {@code DELIMITER xx} changes what ends a statement (the mysql client). */
        DELIMITER_LINES,
        /** A line {@code --#SET TERMINATOR x} changes what ends a statement (the Db2 command line). */
        TERMINATOR_COMMENTS
    }

    /** Which statements hold semicolons that end nothing. */
    public enum Blocks {
        /** None. */
        NONE,
        /** {@code BEGIN ATOMIC … END} (the SQL standard's body of a routine). */
        ATOMIC,
        /** {@code BEGIN … END} in whatever makes a routine or trigger, and {@code BEGIN … END} as a statement. */
        ROUTINES,
        /** PL/SQL: a program unit or an anonymous block goes on until the batch line, whatever it holds. */
        PROGRAMS
    }

    public ScriptRules {
        traits = Set.copyOf(traits);
    }

    /** Semicolons, {@code 'strings'}, {@code "names"}, {@code --} and block comments, and nothing else. */
    public static ScriptRules standard() {
        return new ScriptRules(EnumSet.of(Trait.SEMICOLONS), Blocks.NONE, "");
    }

    /** Statements ended by {@code word} alone on a line and by nothing else, as {@code GO} does for sqlcmd. */
    public static ScriptRules batches(String word) {
        return new ScriptRules(EnumSet.noneOf(Trait.class), Blocks.NONE, word);
    }

    public ScriptRules with(Trait... more) {
        EnumSet<Trait> all = EnumSet.noneOf(Trait.class);
        all.addAll(traits);
        all.addAll(Arrays.asList(more));
        return new ScriptRules(all, blocks, batchLine);
    }

    public ScriptRules withBlocks(Blocks some) {
        return new ScriptRules(traits, some, batchLine);
    }

    public ScriptRules withBatchLine(String word) {
        return new ScriptRules(traits, blocks, word);
    }

    public boolean has(Trait trait) {
        return traits.contains(trait);
    }
}
