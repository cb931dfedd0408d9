/**
 * Runs a plan on a connection: the engine that opens it, the lock, the version table's rows, transactions, the failure
 * report.
 *
 * <p>It knows nothing of scripts: what it runs is a plan.
 */
package io.limbeck.online;
