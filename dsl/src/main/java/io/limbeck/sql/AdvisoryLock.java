package io.limbeck.sql;

import java.util.Optional;

/**
 * A lock that the server keeps for a session and gives up when the session ends; each statement takes the lock's key, a
 * bigint, as its only parameter.
 *
 * @param attempt answers one row with a boolean: whether the lock was got, without waiting
 * @param attemptInTransaction the same for a lock that goes with the open transaction, if the server has such
 * @param release gives it back
 * @param holder answers one row with a text that says who holds it
 */
public record AdvisoryLock(String attempt, Optional<String> attemptInTransaction, String release, String holder) {}
