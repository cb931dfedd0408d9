package io.limbeck.sql;

/**
 * How a server tells its sessions apart, for a lock that is a committed row: whoever finds the row of a session that is
 * gone may take it away.
 *
 * @param own the query for a text that this session bears, and no other one before or after it
 * @param alive the query that answers a row if a session bears the text that is its only parameter
 */
public record SessionMark(String own, String alive) {}
