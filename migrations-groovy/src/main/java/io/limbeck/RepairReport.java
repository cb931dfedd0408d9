package io.limbeck;

import io.limbeck.online.AppliedRevision;
import java.util.List;

/**
 * What a repair did.
 *
 * @param mended in the order it was done; empty where nothing was to be done
 * @param halfWay the rows of revisions that are still half-way
 */
public record RepairReport(List<Mended> mended, List<AppliedRevision> halfWay) {

    public RepairReport {
        mended = List.copyOf(mended);
        halfWay = List.copyOf(halfWay);
    }

    /**
     * One thing that was mended.
     *
     * @param fact what was done about it, for people
     */
    public record Mended(String revision, Kind kind, String fact) {}

    /** How something was mended. */
    public enum Kind {
        /** The script as it is now counts as what was applied. */
        ACCEPTED,
        /** The row is gone, or what it was before. */
        REMOVED,
        /** The statement that was being run counts as done. */
        ASSUMED_APPLIED,
        /** The statement that was being run counts as not done. */
        ASSUMED_NOT_APPLIED,
        /** The statements that were done are taken back. */
        UNDONE
    }
}
