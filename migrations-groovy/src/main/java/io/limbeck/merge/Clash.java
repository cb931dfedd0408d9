package io.limbeck.merge;

import io.limbeck.dsl.Recorded;
import io.limbeck.error.Problem;

/**
 * Two operations, one of each branch, that may not be exchanged.
 *
 * @param one what the first branch did
 * @param other what the second branch did
 * @param certain whether the schema state shows it; otherwise rows or raw SQL are concerned, which nobody replays
 * @param fact what depends on the order, one sentence without a full stop
 */
public record Clash(Recorded one, Recorded other, boolean certain, String fact) {

    /** As a problem at the first operation, which names the second. */
    public Problem problem() {
        return Problem.at(
                one.site().place(),
                certain ? "order-matters" : "order-may-matter",
                fact + ": " + summary(one) + " here, " + summary(other) + " at "
                        + other.site().place(),
                certain
                        ? "Databases that came by different branches end differently. Undo one of the two in the merge,"
                                + " or in a new revision of its branch."
                        : "See whether both orders lead to the same.");
    }

    /** The first operation and its place. Shape: {@code b2_x.groovy:4:5: dropTable 'account'}. */
    public String oneInWords() {
        return one.site().place() + ": " + line(one);
    }

    /** The second operation and its place. */
    public String otherInWords() {
        return other.site().place() + ": " + line(other);
    }

    /** An operation in one line. Shape: {@code createTable('account') …}. */
    private static String summary(Recorded recorded) {
        return "`" + line(recorded) + "`";
    }

    private static String line(Recorded recorded) {
        String script = recorded.operation().script();
        String first = script.lines().findFirst().orElse("");
        return script.equals(first) ? first : first.replaceFirst(" *\\{$", "") + " …";
    }
}
