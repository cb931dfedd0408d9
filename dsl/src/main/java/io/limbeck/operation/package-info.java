/**
 * Everything a script can ask for: one record a file, with its words, its refusals, its effect on the schema state,
 * its standard SQL, its reverse and itself as script text.
 *
 * <p>An operation asks a {@link io.limbeck.sql.Grammar} what a dialect can do; it never asks which dialect it is.
 */
package io.limbeck.operation;
