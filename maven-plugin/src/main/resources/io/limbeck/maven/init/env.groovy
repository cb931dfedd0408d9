// How migrations run here. This file is optional: what stands below says the defaults,
// so nothing changes before a line loses its slashes. Scripts lie in the folder migrations.

// configure {
//     versionTable 'db_version'                 // also: versionTableSchema, transaction, naming
//     target schema('schema.groovy')            // the schema that the project means to have
//     beforeRevision { revision -> }            // also: beforeMigrate, onVersionApply, afterRevision, afterMigrate
// }

// mvn db:sql: a URL or the name of a dialect is enough; no driver, no connection.
// void runMigrationsOffline() {
//     context.configure url: url, dialect: dialect, target: target, output: output
//     context.transaction { context.runMigrations() }
// }

// On a connection that somebody else may own.
// void doRunMigrations(Connection connection) {
//     context.configure connection: connection, target: target
//     context.transaction { context.runMigrations() }
// }

// Opens an engine, runs, and closes it whatever happens.
// CompletionStage runAsyncMigrations() {
//     engine.connectAsync { connection -> doRunMigrations(connection) }.whenComplete { r, e -> engine.close() }
// }

// mvn db:migrate
// void runMigrationsOnline() { runAsyncMigrations().toCompletableFuture().join() }
