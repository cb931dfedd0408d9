/**
 * What the schema should be, from wherever a project says it: {@code schema.groovy}, entities, a snapshot file, another
 * database; and a schema written down again.
 *
 * <p>It knows nothing of revisions and plans.
 */
package io.limbeck.target;
