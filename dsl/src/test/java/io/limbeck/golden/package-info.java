/**
 * Golden cases: a script, and what each dialect makes of it, as one text file that is regenerated and read, never typed.
 *
 * <p>Cases lie in {@code golden/<verb>/<case>.case} on the class path; {@code -Dgolden.write=true} writes them anew.
 */
package io.limbeck.golden;
