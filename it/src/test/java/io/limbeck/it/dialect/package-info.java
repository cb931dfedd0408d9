/** A dialect that somebody else has written: one class, and a line that names it. */
package io.limbeck.it.dialect;
