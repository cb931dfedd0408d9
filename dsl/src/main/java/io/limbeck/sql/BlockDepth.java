package io.limbeck.sql;

import io.limbeck.sql.ScriptRules.Blocks;
import java.util.Locale;
import java.util.Set;

/** Follows the words of one statement and knows whether a semicolon would end it. */
public final class BlockDepth {

    private static final Set<String> ROUTINES =
            Set.of("PROCEDURE", "FUNCTION", "TRIGGER", "EVENT", "PACKAGE", "TYPE", "LIBRARY", "JAVA");
    private static final Set<String> OTHERS = Set.of(
            "TABLE",
            "VIEW",
            "INDEX",
            "SEQUENCE",
            "SCHEMA",
            "DATABASE",
            "USER",
            "ROLE",
            "SYNONYM",
            "DOMAIN",
            "AS",
            "ALIAS",
            "CAST");
    private static final Set<String> TRANSACTIONS = Set.of(
            "WORK", "TRANSACTION", "TRAN", "DEFERRED", "IMMEDIATE", "EXCLUSIVE", "CONCURRENT", "ISOLATION", "READ");
    /** What may follow END and was opened by no BEGIN. */
    private static final Set<String> UNCOUNTED = Set.of("IF", "LOOP", "WHILE", "REPEAT", "FOR");

    private final Blocks blocks;
    private String first;
    private String previous;
    private int words;
    private int depth;
    private boolean making;
    private boolean routine;
    private boolean ended;

    public BlockDepth(Blocks blocks) {
        this.blocks = blocks;
        reset();
    }

    /** A new statement begins. */
    public void reset() {
        first = "";
        previous = "";
        words = 0;
        depth = 0;
        making = false;
        routine = false;
        ended = false;
    }

    /** Whether the statement is still open: a semicolon, or the end of the text, does not end it. */
    public boolean open() {
        boolean transaction = words == 1 && first.equals("BEGIN");
        return blocks != Blocks.PROGRAMS && depth > 0 && !transaction;
    }

    /** Whether only the batch line ends this statement. */
    public boolean program() {
        if (blocks != Blocks.PROGRAMS) {
            return false;
        }
        return routine || first.equals("BEGIN") || first.equals("DECLARE");
    }

    public void symbol(char symbol) {
        if (symbol == '(') {
            making = false;
        }
        previous = String.valueOf(symbol);
    }

    public void word(String text) {
        String word = text.toUpperCase(Locale.ROOT);
        if (previous.equals(".") || blocks == Blocks.NONE) {
            previous = "";
            return;
        }
        if (words++ == 0) {
            first = word;
            making = word.equals("CREATE");
            routine = false;
        } else if (making && ROUTINES.contains(word)) {
            routine = true;
            making = false;
        } else if (making && OTHERS.contains(word)) {
            making = false;
        } else if (words == 2 && first.equals("WITH") && ROUTINES.contains(word)) {
            routine = true;
        }
        count(word);
        previous = word;
    }

    private void count(String word) {
        boolean begins = word.equals("BEGIN") && (depth > 0 || blocks == Blocks.ROUTINES && (routine || words == 1));
        boolean atomic = word.equals("ATOMIC") && previous.equals("BEGIN") && depth == 0;
        boolean cases = word.equals("CASE") && depth > 0 && !previous.equals("END");
        boolean undone = previous.equals("END") && ended && UNCOUNTED.contains(word);
        ended = false;
        if (begins || atomic || cases || undone) {
            depth++;
        } else if (word.equals("END") && depth > 0) {
            depth--;
            ended = true;
        } else if (words == 2 && first.equals("BEGIN") && TRANSACTIONS.contains(word)) {
            depth = 0;
        }
    }
}
