package io.limbeck.it;

import java.io.IOException;

/** MariaDB, whose log outlives its process. */
final class BreakableMariadb implements Breakable {

    private final Mysqld server = Mariadb.another();
    private final TestDatabase database = server.freshDatabase(Databases.MARIADB);

    @Override
    public TestDatabase database() {
        return database;
    }

    @Override
    public void kill() {
        server.kill();
    }

    @Override
    public void restart() {
        server.restart();
    }

    @Override
    public long pid() throws IOException {
        return server.pid();
    }

    @Override
    public void close() {
        server.stop();
    }
}
