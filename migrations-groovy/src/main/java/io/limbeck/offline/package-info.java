/**
 * Writes a plan as a script for the database's own client.
 *
 * <p>It knows statements and client profiles; it opens no connection and needs no driver.
 */
package io.limbeck.offline;
