package io.limbeck.script.literal;

import java.util.Collection;

/** Elements that can be gone through but are no list: the parts of a string that was split, the keys of a map. */
record Sequence(Collection<Object> elements) {}
