package io.limbeck.script;

import io.limbeck.error.Place;

/**
 * One statement of an SQL script.
 *
 * @param text verbatim, without its terminator and without comments before and behind it
 * @param place its first character
 */
public record SqlStatement(String text, Place place) {}
