def build = new io.limbeck.it.builds.Build(basedir)
def (squash, again, fresh) = build.logs()

assert squash.contains('3 revisions in')
def one = (squash =~ /Wrote src\/main\/db\/migrations\/([0-9a-f]{12})_squashed\.groovy in place of /)[0][1]
assert squash.contains('Delete the replaced scripts')

assert !again.contains('+ a1b2c3d4e5f6') && !again.contains("+ $one")
assert fresh.contains("+ $one") && fresh.contains('1 revision in')

def columns = "select columnname, cast(columndatatype as varchar(64)) from sys.syscolumns c join sys.systables t on c.referenceid = t.tableid where t.tablename = 'ACCOUNT' order by 1"
assert build.derby('target/fresh', columns) == build.derby('target/derby', columns)
assert build.derby('target/fresh', 'select revision, status from db_version') == [[one, 'applied']]
