configure {
    versionTable 'note_version'
    naming unique: 'unique_{table}_{columns}'
    beforeMigrate { println 'before the first' }
    afterRevision { revision -> println "after ${revision.id()}" }
}

void doRunMigrations(java.sql.Connection connection) {
    context.configure connection: connection, target: target
    context.transaction { context.runMigrations() }
    println 'all is done'
}
