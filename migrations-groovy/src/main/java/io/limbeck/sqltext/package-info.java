/**
 * SQL expressions and queries in a normal form, so that what a database tells of them can be compared with what was
 * asked for.
 *
 * <p>It never calls two texts the same that may mean something else; what it cannot parse, it compares word by word.
 */
package io.limbeck.sqltext;
