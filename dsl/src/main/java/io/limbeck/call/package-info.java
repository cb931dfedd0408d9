/**
 * What a script says, before anybody knows what it means: calls with arguments, and the places they stand at.
 *
 * <p>Compiled Groovy and a reader of plain text both arrive here, so everything behind this package is the same for
 * both. It knows no operation and no Groovy.
 */
package io.limbeck.call;
