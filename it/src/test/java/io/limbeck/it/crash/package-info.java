/**
 * Real processes that are killed, and others that race.
 *
 * <p>{@code -Dcrash.kills=1000} kills so many times on each database; {@code -Dcrash.on=h2,sqlite} does so on these
 * alone; {@code -Dcrash.seed=…} chooses other points, and {@code -Dcrash.verbose=true} tells each. {@code
 * -Dcrash.racers=16} lets so many processes race.
 */
package io.limbeck.it.crash;
