import java.sql.Connection

void doRunMigrations(Connection connection) {
    context.configure connection: connection, targt: target
    context.transaction { context.runMigrations() }
}
