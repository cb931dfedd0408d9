/**
 * The revisions of a history as a graph: what stands on what, which are applied, and the way from here to a target.
 *
 * <p>{@link io.limbeck.revision.RevisionGraph} is the history, {@link io.limbeck.revision.Movements} answers what an
 * upgrade, a downgrade or a stamp would do. The package knows no SQL, no files and no Groovy; of this project it uses
 * {@code io.limbeck.error} alone.
 */
package io.limbeck.revision;
