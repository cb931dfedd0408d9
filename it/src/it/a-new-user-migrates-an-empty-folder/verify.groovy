def build = new io.limbeck.it.builds.Build(basedir)
def (init, revision, edit, first, second, status, down) = build.logs()[0..6]

assert init.contains('Wrote src/main/db/env.groovy')
assert init.contains('Wrote src/main/db/README.md')
assert init =~ /Wrote src\/main\/db\/migrations\/[0-9a-f]{12}_first_revision.groovy/
assert init.contains('<artifactId>db-maven-plugin</artifactId>')

def script = build.files('src/main/db/migrations')
assert script.size() == 1 && script[0] ==~ /[0-9a-f]{12}_create_account.groovy/
assert revision.contains("Wrote src/main/db/migrations/${script[0]}")

def id = script[0].take(12)
assert first =~ /\+ $id  create account +\d+ ms/
assert first.contains("1 revision in")
assert second.contains("The database is at $id: nothing to do.")

assert status.contains('Left as it was: src/main/db/env.groovy')
assert status =~ /applied  $id  create account  \d{4}-\d\d-\d\d \d\d:\d\d  \S+ +\d+ ms/

assert down =~ /- $id  create account/
assert down.contains('the database is at base.')
assert build.derbyTables('target/derby').findAll { it != 'db_version' }.empty
assert build.derby('target/derby', 'select count(*) from db_version') == [['0']]
assert !build.has('derby.log')

// what the README and the guide show
new io.limbeck.it.docs.Session(basedir)
    .call('first-init', 1).call('first-revision', 2).call('first-again', 5).call('first-base', 7)
    .call('first-migrate', 8).call('first-status', 9).call('first-sql', 10).call('first-downgrade', 11)
    .file('first-sql-script', 'target/db/upgrade.sql')
