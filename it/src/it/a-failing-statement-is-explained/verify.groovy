def build = new io.limbeck.it.builds.Build(basedir)
def (plain, traced) = build.logs()

assert plain.contains('c3d4e5f6a7b8_first_accounts.groovy:5')
assert plain.contains('INSERT INTO account')
assert plain.contains('duplicate')
assert plain.contains('MojoFailureException')
assert !(plain =~ /\n\s*at [a-z]+\./)
assert plain.readLines().size() < 60
assert traced =~ /\n\s*at io\.limbeck/

assert build.derby('target/derby', 'select count(*) from account') == [['0']]
assert build.derby('target/derby', 'select revision from db_version order by 1') == [['a1b2c3d4e5f6'], ['b2c3d4e5f6a7']]
