def build = new io.limbeck.it.builds.Build(basedir)
def migrate = build.log()

assert migrate.contains('17 revisions')
assert build.derbyTables('shop/target/derby').contains('payment')

new io.limbeck.it.docs.Session(basedir).call('shop-migrate', 1)
