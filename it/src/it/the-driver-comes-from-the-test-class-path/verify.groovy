def build = new io.limbeck.it.builds.Build(basedir)
def (found, missing) = build.logs()

assert found.contains('2 revisions in')
assert found.contains('The database is at b2c3d4e5f6a7: nothing to do.')
assert missing.contains('no JDBC driver for jdbc:h2:')
assert missing.contains('in the scopes runtime, provided')
assert missing.contains('com.h2database:h2')
assert build.h2("jdbc:h2:file:$basedir/target/shop", 'sa', '', 'select count(*) from db_version') == [['2']]
