/**
 * What an operation may ask of a dialect, and what a dialect says of its own SQL.
 *
 * <p>It knows no connection, no file and no script.
 */
package io.limbeck.sql;
