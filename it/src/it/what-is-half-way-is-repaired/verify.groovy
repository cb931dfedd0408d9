def build = new io.limbeck.it.builds.Build(basedir)
def (cut, asking, told, undone, changed, accepted) = build.logs()

assert !cut.contains('BUILD')

assert asking.contains('statement 1 of b2c3d4e5f6a7 was being run when the earlier run ended')
assert asking.contains('mvn db:repair -Ddb.assume=notApplied')

assert told.contains('b2c3d4e5f6a7: statement 1 counts as not done')
assert told.contains('2 of 3 statements of c3d4e5f6a7b8 stay done; the failed one was not.')
assert !(told =~ /\n\s*at [a-z]+\./)

assert undone =~ /running \(2 of 3\) +c3d4e5f6a7b8/
assert undone.contains('c3d4e5f6a7b8: 2 of its statements are taken back')
assert undone =~ /pending +c3d4e5f6a7b8/

assert changed =~ /changed +a1b2c3d4e5f6/
assert changed.contains("revision 'a1b2c3d4e5f6' has changed since it was applied")
assert changed.contains('`mvn db:repair`')

assert accepted.contains('a1b2c3d4e5f6: what a1b2c3d4e5f6_create_account.groovy says now counts as what was applied')
assert accepted.contains('what was applied has not changed.')

def url = "jdbc:h2:file:$basedir/target/shop"
assert build.h2(url, 'sa', '', 'select id, name from account order by id') == [['1', ''], ['2', '']]
assert build.h2(url, 'sa', '', 'select status, statements_done from db_version order by revision') ==
        [['applied', '1'], ['applied', '1'], ['applied', '3']]
