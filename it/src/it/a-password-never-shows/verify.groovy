def build = new io.limbeck.it.builds.Build(basedir)
assert build.logs().size() == 8
for (secret in ['open-sesame-1', 'open-sesame-2', 'open-sesame-3', 'open-sesame-4', 'open-sesame-5']) {
    assert !build.log().readLines().find { it.contains(secret) }
}
assert build.log().contains('PASSWORD=***')
assert build.logs()[7].contains('env.groovy:4:5: the script failed here: ')
assert build.h2("jdbc:h2:file:$basedir/target/shop", 'sa', 'open-sesame-1', 'select count(*) from db_version') == [['2']]
