/**
 * The databases: one class each, which states how it differs from the standard.
 *
 * <p>No class here mentions another database's name, opens a connection or knows whether there is one.
 */
package io.limbeck.dialect;
