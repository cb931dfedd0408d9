def build = new io.limbeck.it.builds.Build(basedir)
def (unsaid, commanded, around, allowed) = build.logs()

assert unsaid.contains('dropping everything in the schema is not allowed')
assert unsaid.contains('<cleanEnabled>true</cleanEnabled>')
assert commanded.contains('a command line cannot allow that everything is dropped')
assert around.contains('a command line cannot allow that everything is dropped')

def (before, after) = allowed.split(/statements? dropped everything in APP\./)
assert before =~ /applied +a1b2c3d4e5f6 +create account/
assert after =~ /pending +a1b2c3d4e5f6 +create account/
assert build.derbyTables('target/derby') == []
