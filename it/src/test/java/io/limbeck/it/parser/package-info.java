/**
 * Statements for databases that cannot run here, read by grammars that others wrote for those databases; that a grammar
 * takes a statement says that it is well-formed, not that the database would carry it out.
 */
package io.limbeck.it.parser;
