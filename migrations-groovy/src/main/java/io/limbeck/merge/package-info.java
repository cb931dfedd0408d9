/**
 * What two branches did since they parted, laid side by side: whether both orders lead to the same schema state, and
 * which operations stand against each other where they do not.
 *
 * <p>Pure: it replays recorded operations in memory, and knows neither databases nor files.
 */
package io.limbeck.merge;
