package io.limbeck.autogenerate;

import io.limbeck.schema.Part;
import java.util.Optional;

/**
 * Something that may take part in a comparison.
 *
 * @param part what it is, and on which table it hangs
 * @param thing the value: a {@code Table}, {@code Column}, {@code Constraint}, {@code Index}, {@code Sequence}, {@code
 *     View}, {@code EnumType}, or the name of a schema
 * @param reflected whether it is there already, rather than wanted
 * @param counterpart its namesake on the other side
 */
public record Candidate(Part part, Object thing, boolean reflected, Optional<Object> counterpart) {}
