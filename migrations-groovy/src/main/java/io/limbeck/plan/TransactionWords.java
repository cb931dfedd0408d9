package io.limbeck.plan;

import java.util.regex.Pattern;

/** Recognises statements that would begin or end the transaction a revision runs in. */
final class TransactionWords {

    private static final Pattern FRAME = Pattern.compile(
            "(?is)\\s*(begin|start)(\\s+(work|transaction))?\\s*|\\s*(commit|end)(\\s+(work|transaction))?\\s*");
    private static final Pattern ROLLBACK = Pattern.compile("(?is)\\s*rollback(\\s+(work|transaction))?\\s*");

    private TransactionWords() {}

    /** {@code BEGIN} or {@code COMMIT}, which the plan supplies itself. */
    static boolean frames(String sql) {
        return FRAME.matcher(sql).matches();
    }

    static boolean rollsBack(String sql) {
        return ROLLBACK.matcher(sql).matches();
    }
}
