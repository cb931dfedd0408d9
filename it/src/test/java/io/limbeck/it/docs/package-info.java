/**
 * Keeps the documentation true: its examples are files that run here, and what it shows of them is what came out.
 *
 * <p>A block of README.md or of a page says by the comment above it what it shows: {@code file: path}, with {@code lines
 * 3-9} or {@code region name} where it is a part, {@code output: name} or {@code table: name}. {@code mvn verify -pl it
 * -am -Ddocs.write=true} writes outputs, tables and blocks anew.
 */
package io.limbeck.it.docs;
