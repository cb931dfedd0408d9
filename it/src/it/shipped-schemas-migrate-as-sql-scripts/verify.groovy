import io.limbeck.it.Databases
import io.limbeck.it.Project
import io.limbeck.it.ShippedScripts
import io.limbeck.it.TestDatabase

def build = new io.limbeck.it.builds.Build(basedir)
def (first, second, down) = build.logs().collect { log -> log.readLines().findAll { !it.contains('loading') } }

assert first.count { it.contains('2 revisions in') } == 3
assert first.count { it =~ /\+ 9a27  Quartz / } == 3
assert first.count { it =~ /\+ 5b00  Spring Batch / } == 3
// Quartz's script for Derby has no COMMIT, those for H2 and PostgreSQL end in one
assert first.count { it =~ /WARN.* 9a27_quartz.sql:\d+:1: 'COMMIT' is left out/ } == 2
assert second.count { it.contains('The database is at 5b00: nothing to do.') } == 3
assert down.count { it =~ /- 5b00  Spring Batch / } == 3

// with Spring Batch gone again, each database holds what its own client makes of Quartz's script
[org.apache.derby.jdbc.EmbeddedDriver, org.h2.Driver, org.postgresql.Driver].each { Class.forName(it.name) }
def properties = new Properties()
new File(basedir, 'postgresql.properties').withInputStream { properties.load(it) }
def migrated = [
    derby: new TestDatabase(Databases.DERBY, "jdbc:derby:$basedir/target/derby", 'app', ''),
    h2: new TestDatabase(Databases.H2, "jdbc:h2:file:$basedir/target/h2/jobs", 'sa', ''),
    postgres: new TestDatabase(Databases.POSTGRESQL, *['url', 'username', 'password'].collect { properties["postgresql.$it"] }),
]
def folder = basedir.toPath().resolve('target')
migrated.each { name, database ->
    def plain = database.kind().fresh()
    def script = ShippedScripts.copy("${ShippedScripts.QUARTZ}tables_${name}.sql", folder.resolve("plain.sql"))
    plain.kind().client().run(plain, script).orFail()
    def project = new Project(folder, database)
    assert project.catalogue().text() == new Project(folder, plain).catalogue().text()
    assert project.versionRows().readLines().size() == 1
    assert project.versionRows().startsWith('revision=9a27 | message=Quartz | script=9a27_quartz.sql |')
    plain.close()
}

return true
