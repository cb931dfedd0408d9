package io.limbeck.maven;

import io.limbeck.error.LimbeckException;
import io.limbeck.error.Problem;
import java.util.Collection;
import java.util.Optional;
import org.apache.maven.settings.Server;
import org.apache.maven.settings.Settings;
import org.apache.maven.settings.crypto.DefaultSettingsDecryptionRequest;
import org.apache.maven.settings.crypto.SettingsDecrypter;
import org.apache.maven.settings.crypto.SettingsDecryptionResult;

/**
 * Who connects.
 *
 * @param username or null
 * @param password or null
 */
record Credentials(String username, String password) {

    /**
     * These, each missing one taken from a server of the settings.
     *
     * @param id the server's, or null
     * @throws LimbeckException when the settings have no such server, or its password cannot be decrypted
     */
    Credentials orOf(String id, Settings settings, SettingsDecrypter decrypter) {
        if (id == null || id.isBlank() || (username != null && password != null)) {
            return this;
        }
        Server server = decrypted(known(id, settings), decrypter);
        return new Credentials(
                Optional.ofNullable(username).orElse(server.getUsername()),
                Optional.ofNullable(password).orElse(server.getPassword()));
    }

    private static Server known(String id, Settings settings) {
        Server server = settings.getServer(id);
        if (server == null) {
            Collection<String> ids =
                    settings.getServers().stream().map(Server::getId).sorted().toList();
            throw LimbeckException.setup(Problem.of(
                    "unknown-server",
                    "the settings have no server '" + id + "'",
                    (ids.isEmpty() ? "They have none at all." : "They have " + String.join(", ", ids) + ".")
                            + " Add `<server><id>" + id + "</id><username>…</username><password>…</password></server>`"
                            + " to the settings.xml in the folder .m2, or name another with `db.server`."));
        }
        return server;
    }

    private static Server decrypted(Server server, SettingsDecrypter decrypter) {
        SettingsDecryptionResult result = decrypter.decrypt(new DefaultSettingsDecryptionRequest(server));
        if (server.getPassword() != null
                && !result.getProblems().isEmpty()
                && server.getPassword().equals(result.getServer().getPassword())) {
            throw LimbeckException.setup(Problem.of(
                    "undecryptable-password",
                    "the password of server '" + server.getId() + "' in the settings cannot be decrypted",
                    "Maven needs the master password in settings-security.xml that it was encrypted with;"
                            + " `mvn --encrypt-password` encrypts it anew."));
        }
        return result.getServer();
    }

    /** Tells the user alone. */
    @Override
    public String toString() {
        return username == null ? "nobody" : username;
    }
}
