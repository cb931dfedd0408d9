package io.limbeck.plan;

import java.util.regex.Pattern;

/**
 * Recognises statements that would begin or end the transaction a revision runs in. A statement counts as a whole only,
 * so the {@code END} of a compound one is none of them; savepoints stay within the transaction and are left alone.
 */
final class TransactionWords {

    private static final String WORK = "(\\s+(work|tran(saction)?))?";
    private static final String MODE =
            "(isolation\\s+level\\s+(serializable|repeatable\\s+read|read\\s+(un)?committed)|read\\s+(write|only)|(not\\s+)?deferrable)";
    private static final String MODES = "(\\s+" + MODE + "((\\s*,\\s*|\\s+)" + MODE + ")*)?";

    private static final Pattern BEGIN = pattern("(begin" + WORK + "|start\\s+transaction)" + MODES);
    private static final Pattern COMMIT = pattern("(commit|end)" + WORK + "(\\s+and\\s+no\\s+chain)?");
    private static final Pattern CHAIN = pattern("(commit|end)" + WORK + "\\s+and\\s+chain");
    private static final Pattern ROLLBACK = pattern("(rollback|abort)" + WORK + "(\\s+and\\s+(no\\s+)?chain)?");

    private TransactionWords() {}

    private static Pattern pattern(String words) {
        return Pattern.compile("\\s*" + words + "\\s*", Pattern.CASE_INSENSITIVE);
    }

    /** {@code BEGIN} or {@code COMMIT} with whatever options, which the plan supplies itself. */
    static boolean frames(String sql) {
        return BEGIN.matcher(sql).matches() || COMMIT.matcher(sql).matches();
    }

    /** {@code COMMIT AND CHAIN}, behind which a transaction would be open that no revision has begun. */
    static boolean chains(String sql) {
        return CHAIN.matcher(sql).matches();
    }

    /** {@code ROLLBACK} or PostgreSQL's {@code ABORT}; not {@code ROLLBACK TO} a savepoint. */
    static boolean rollsBack(String sql) {
        return ROLLBACK.matcher(sql).matches();
    }
}
