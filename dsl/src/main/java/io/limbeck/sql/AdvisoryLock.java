package io.limbeck.sql;

import java.util.Optional;

/**
 * A lock that the server keeps for a session and gives up when the session ends; each statement takes the lock's key, a
 * bigint, as its only parameter.
 *
 * @param attempt answers one row with a boolean: whether the lock was got, without waiting; NULL where the session has it
 *     already, so that a pooler must have given the same one to two connections
 * @param attemptInTransaction the same for a lock that goes with the open transaction, if the server has such
 * @param release gives it back; answers whether the session had it, where there is {@code held}
 * @param holder answers one row with a text that says who holds it
 * @param held answers one row with a boolean: whether the session that is asked has it, where a pooler might exchange
 *     sessions
 */
public record AdvisoryLock(
        String attempt, Optional<String> attemptInTransaction, String release, String holder, Optional<String> held) {}
