package io.limbeck.squash;

import io.limbeck.error.Problem;
import io.limbeck.revision.Revision;
import java.util.List;

/**
 * What one revision has to say to stand for others.
 *
 * @param replaced the others, ancestors first
 * @param down what it follows
 * @param dependsOn what it depends on
 * @param labels the labels of the others
 * @param operations as script text
 * @param uncondensed why the operations stand as they were recorded; empty where they come from the schema state
 */
public record Squashed(
        List<Revision> replaced,
        List<String> down,
        List<String> dependsOn,
        List<String> labels,
        List<String> operations,
        List<Problem> uncondensed) {}
