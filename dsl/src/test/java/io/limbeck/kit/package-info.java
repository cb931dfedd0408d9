/**
 * What a dialect is tried with: every golden case on a real database.
 *
 * <p>Published as {@code limbeck-dsl}, type {@code test-jar}; {@link io.limbeck.kit.DialectKit} is where to begin.
 */
package io.limbeck.kit;
