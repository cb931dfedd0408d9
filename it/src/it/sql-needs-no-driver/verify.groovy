def build = new io.limbeck.it.builds.Build(basedir)
def up = build.text('target/db/upgrade.sql')
assert up.contains('CREATE TABLE account')
assert up.contains('ALTER TABLE account ADD')
assert up.contains('COMMIT')
assert up.count('a1b2c3d4e5f6') > 0
def down = build.text('target/db/downgrade.sql')
assert down.contains('DROP TABLE account')

def log = build.log()
assert log.contains('Wrote target/db/upgrade.sql')
assert log.contains('Wrote target/db/downgrade.sql')
assert log =~ /(?m)^INSERT INTO db_version/
assert log.contains('`db.target` is not given')
assert !build.has('target/none.sql')
assert !build.has('target/derby')
