package io.limbeck;

import java.nio.file.Path;
import java.util.Optional;

/**
 * What came of writing a revision from a difference.
 *
 * @param script the new script; empty where nothing differs, and nothing was written
 * @param difference what it does
 */
public record AutogenerateReport(Optional<Path> script, SchemaDifference difference) {}
