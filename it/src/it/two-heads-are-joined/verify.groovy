def build = new io.limbeck.it.builds.Build(basedir)
def (behind, joined) = build.logs()

assert behind.contains('MojoFailureException')
assert behind.contains('b2c3d4e5f6a7') && behind.contains('c3d4e5f6a7b8')

assert joined =~ /-> b2c3d4e5f6a7/ && joined =~ /-> c3d4e5f6a7b8/
def merge = (joined =~ /Wrote src\/main\/db\/migrations\/([0-9a-f]{12})_join\.groovy, a merge of /)[0][1]
assert joined.contains('4 revisions in')

def script = build.text("src/main/db/migrations/${merge}_join.groovy")
assert script.contains('b2c3d4e5f6a7') && script.contains('c3d4e5f6a7b8')
assert build.derby('target/derby', 'select count(*) from db_version') == [['4']]
assert build.derby('target/derby', "select statements from db_version where revision = '$merge'") == [['0']]
