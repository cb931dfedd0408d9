package io.limbeck.sql;

import java.util.List;

/**
 * How a script must look for the database's own client to run it.
 *
 * @param client the client that is meant, such as {@code psql}
 * @param command how to run it, for the script's first comment; {@code FILE} stands for the script
 * @param header lines in the client's own language, before everything else
 * @param begin the statement that begins a transaction; empty where the client is set so by the header
 * @param commit the statement that commits
 * @param terminator what ends a statement
 */
public record ClientProfile(
        String client, String command, List<String> header, String begin, String commit, String terminator) {

    public ClientProfile {
        header = List.copyOf(header);
    }

    /** A client that wants a semicolon behind each statement and nothing else. */
    public static ClientProfile plain(String client, String command) {
        return new ClientProfile(client, command, List.of(), "BEGIN", "COMMIT", ";");
    }
}
