def build = new io.limbeck.it.builds.Build(basedir)
def (run, skipped) = build.logs()

def order = [run.indexOf('2 revisions in'), run.indexOf('the database is jdbc:derby:'), run.indexOf('BUILD SUCCESS')]
assert order == order.sort(false) && order[0] > 0
assert run =~ /the database is jdbc:derby:.*target\/derby;create=true at b2c3d4e5f6a7/
assert skipped.contains('Skipped, as `db.skip` is set.')
