/**
 * How Groovy speaks the migration language: the script's base class, its words, and the recording of what it asks for.
 *
 * <p>Running a script's block only records operations. It knows no files, no database and no Maven.
 */
package io.limbeck.dsl;
