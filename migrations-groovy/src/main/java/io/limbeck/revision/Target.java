package io.limbeck.revision;

import java.util.Optional;

/**
 * One target as somebody wrote it, taken apart but not yet looked up: {@code [branch@][symbol][+N|-N]}.
 *
 * @param text as written
 * @param branchName the label or revision before the {@code @}, or null
 * @param symbolName a revision, the beginning of one, a label, or a word; null if the target is only an offset
 * @param offset steps up, or down where negative; 0 if there is none
 */
record Target(String text, String branchName, String symbolName, int offset) {

    Optional<String> branch() {
        return Optional.ofNullable(branchName);
    }

    Optional<String> symbol() {
        return Optional.ofNullable(symbolName);
    }

    /** Whether it counts from what is applied, such as {@code -1} or {@code label@+2}. */
    boolean counts() {
        return symbolName == null;
    }

    boolean is(String word) {
        return word.equals(symbolName);
    }

    /** The branch as a prefix for other targets. Shape: {@code shop@}, or nothing. */
    String prefix() {
        return branch().map(name -> name + "@").orElse("");
    }
}
