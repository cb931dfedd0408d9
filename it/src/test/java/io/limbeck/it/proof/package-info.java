/** What the build says at its end: which operation was run, or read, for which database. */
package io.limbeck.it.proof;
