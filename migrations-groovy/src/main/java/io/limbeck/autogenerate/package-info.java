/**
 * Two schema states → the operations that lead from one to the other, as a person would write them.
 *
 * <p>Pure: it compares values the way a dialect sees them, and knows neither connections, scripts nor files.
 */
package io.limbeck.autogenerate;
