def build = new io.limbeck.it.builds.Build(basedir)
def (up, back, again, base, stamp) = build.logs()

assert up.contains('2 revisions in') && up.contains('nothing to do')
assert back =~ /- b2c3d4e5f6a7  add name/
assert back.contains('the database is at a1b2c3d4e5f6.')
assert again =~ /\+ b2c3d4e5f6a7  add name/
assert base.contains('2 revisions in') && base.contains('the database is at base.')
assert stamp =~ /= a1b2c3d4e5f6  create account/
assert build.derbyTables('target/derby') == ['db_version']
assert build.derby('target/derby', 'select revision from db_version') == [['a1b2c3d4e5f6']]
