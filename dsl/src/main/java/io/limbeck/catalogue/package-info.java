/**
 * What a database's catalogue is asked, and how its answers become schema state.
 *
 * <p>It knows neither connections nor any database: queries are text, answers are rows of text.
 */
package io.limbeck.catalogue;
