package io.limbeck.environment;

import io.limbeck.dialect.Dialect;
import io.limbeck.plan.Framing;

/**
 * Where SQL is written to, and how.
 *
 * @param framing where transactions begin and end
 */
public record Writing(Dialect dialect, Framing framing, Appendable output) {}
