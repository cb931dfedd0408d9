package io.limbeck;

import java.util.List;

/**
 * What a cleaning dropped.
 *
 * @param schema what is empty now
 * @param dropped the statements that were run, in order
 */
public record CleanReport(String schema, List<String> dropped) {

    public CleanReport {
        dropped = List.copyOf(dropped);
    }
}
