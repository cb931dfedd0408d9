/**
 * A live database as schema state.
 *
 * <p>It knows connections and dialects, no scripts and no plans.
 */
package io.limbeck.inspect;
