package io.limbeck.sql;

import java.util.List;
import java.util.Set;

/**
 * A lock in a database of its own whose file lies beside the migrated one, for databases in which one writer shuts all
 * others out.
 *
 * @param file answers one row with the migrated database's file, or nothing where it lies in memory
 * @param suffix is added to that file's name
 * @param attach opens the lock's database; takes its file as the only parameter
 * @param tell statements that say who is about to take the lock, committed; the last takes a text as its only parameter
 * @param lock takes the lock, and holds it as long as the transaction is open
 * @param holder answers one row with a text that says who holds it
 * @param detach closes the lock's database
 * @param busy the driver's error codes where somebody else holds the lock, or has deleted its file meanwhile
 */
public record LockBeside(
        String file,
        String suffix,
        String attach,
        List<String> tell,
        String lock,
        String holder,
        String detach,
        Set<Integer> busy) {

    public LockBeside {
        tell = List.copyOf(tell);
        busy = Set.copyOf(busy);
    }
}
