def build = new io.limbeck.it.builds.Build(basedir)
def log = build.log()

assert log.contains('a1b2c3d4e5f6_create_account.groovy:7:5: ')
assert log.contains("Did you mean 'renameTable'?")
assert log.contains('a1b2c3d4e5f6_create_account.groovy:9:')
assert log.contains("Did you mean 'nullable'?")
assert log.contains('a1b2c3d4e5f6_create_account.groovy:12:')
assert log.readLines().count { it =~ /_create_account.groovy:\d+:\d+: / } == 3
assert log.contains('MojoFailureException')
assert !(log =~ /\n\s*at io\.limbeck/)
assert !build.has('target/derby') || build.derbyTables('target/derby').empty
