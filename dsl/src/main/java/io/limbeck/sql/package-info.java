/**
 * What is sent or written: the statements of a plan, the rows of files that they send, and what an operation may ask of a dialect to word them.
 *
 * <p>It knows types and the schema state, but no operation, no database and no mode: a statement is the same online
 * and offline.
 */
package io.limbeck.sql;
