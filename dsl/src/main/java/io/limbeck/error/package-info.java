/**
 * What went wrong, where, and what to do about it, kept as data; the wording comes last.
 *
 * <p>Every other package may use this one. It knows none of them: no SQL, no files, no Groovy.
 */
package io.limbeck.error;
