/**
 * The goals of {@code db-maven-plugin}: each mojo is parameters and one call of {@link io.limbeck.Limbeck}.
 *
 * <p>Around them stand what only Maven knows: settings, class paths, the log and build properties. Nothing here knows
 * SQL, revision graphs or scripts.
 */
package io.limbeck.maven;
