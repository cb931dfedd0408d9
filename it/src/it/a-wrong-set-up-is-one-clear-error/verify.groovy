def build = new io.limbeck.it.builds.Build(basedir)
def expected = [
    ["'postgresql://localhost/shop' is not a JDBC URL", 'jdbc:postgresql://localhost/shop'],
    ['no JDBC driver for jdbc:postgresql://localhost/shop', 'org.postgresql:postgresql', "the plugin's dependencies"],
    ['the database cannot be connected to', 'Check that the server runs'],
    ['jdbc:nodb:shop'],
    ['there is no folder src/main/nowhere', 'mvn db:init'],
    ['a1_latin.groovy', 'UTF-8'],
    ["'postgres' is not a dialect", "Did you mean 'postgresql'?"],
    ["'single' in `db.transaction` is none of all, none, per-revision"],
    ['`db.target` is not given', '-Ddb.target=-1'],
    ["the settings have no server 'nobody'"],
]
def logs = build.logs()
assert logs.size() == expected.size()
for (pair in [logs, expected].transpose()) {
    def (log, facts) = pair
    facts.each { assert log.contains(it) }
    assert !(log =~ /\n\s*at [a-z]+\./)
    assert log.readLines().count { it.startsWith('[ERROR]') } < 20
}
