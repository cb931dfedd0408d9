/**
 * The schema state: what the history has made so far, as immutable values.
 *
 * <p>Operations fold over it; it knows neither them nor any database. Names are kept as scripts write them.
 */
package io.limbeck.schema;
