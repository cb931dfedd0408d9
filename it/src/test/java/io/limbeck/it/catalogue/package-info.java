/**
 * The schema of a live database as text that can be compared, asked of the database's own catalogue, so that a test of
 * Limbeck does not trust Limbeck's own inspection. One reader a database.
 */
package io.limbeck.it.catalogue;
