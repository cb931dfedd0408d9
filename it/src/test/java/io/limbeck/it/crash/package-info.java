/**
 * Real processes that are killed, and others that race.
 *
 * <p>{@code -Dcrash.kills=1000} kills so many times on each database; {@code -Dcrash.racers=16} lets so many processes
 * race; {@code -Dcrash.seed=…} chooses other points.
 */
package io.limbeck.it.crash;
