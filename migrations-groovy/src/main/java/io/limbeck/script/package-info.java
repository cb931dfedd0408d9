/**
 * Scripts: found, read as text, compiled where they must be, and recorded into operations.
 *
 * <p>Reading a script as text ({@link io.limbeck.script.SourceText}, {@link io.limbeck.script.GroovyLexer},
 * {@link io.limbeck.script.Outline}, {@link io.limbeck.script.SqlScript}) loads no Groovy class. The package knows no
 * connection and no revision graph.
 */
package io.limbeck.script;
