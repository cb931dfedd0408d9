package io.limbeck.script.literal;

import java.util.Map;

/**
 * Where a statement stands.
 *
 * @param offset of its first character
 * @param words the offsets of its words
 */
record Mark(int offset, Map<String, Integer> words) {}
