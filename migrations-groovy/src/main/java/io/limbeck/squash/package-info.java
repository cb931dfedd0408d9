/**
 * Many revisions as one: what creates the schema state they lead to, and the rows they brought, proven to lead to the
 * same state.
 *
 * <p>Pure: it replays recorded operations in memory, and knows neither databases nor files.
 */
package io.limbeck.squash;
