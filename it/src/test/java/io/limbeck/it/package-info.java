/**
 * What tests of the whole need: real databases, their own command line clients, a way to compare what two of them hold,
 * and SQL scripts that other libraries ship. Knows JDBC and the databases, nothing of how Limbeck is made.
 */
package io.limbeck.it;
