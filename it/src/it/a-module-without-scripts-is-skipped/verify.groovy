def build = new io.limbeck.it.builds.Build(basedir)
def log = build.log()

// the parent and the module web
assert log.count('Skipped, as there is no src/main/db here.') == 2
assert log =~ /\+ a1b2c3d4e5f6  create orders/
assert log =~ /\+ a1b2c3d4e5f6  create stock/
assert !build.has('web/target/derby') && !build.has('target/derby')
