/**
 * The words for what the code of scripts throws, wherever it runs: while a script is recorded, in hooks, on a connection.
 *
 * <p>It knows Groovy's exceptions, and nothing of where they come from.
 */
package io.limbeck.thrown;
