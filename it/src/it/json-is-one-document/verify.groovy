def build = new io.limbeck.it.builds.Build(basedir)
import groovy.json.JsonSlurper

def documents = build.log().split(/(?m)^(?=\{)/).findAll { it.trim() }.collect { new JsonSlurper().parseText(it) }
assert documents.size() == 2
def (migrate, status) = documents

assert migrate.goal == 'migrate'
assert migrate.direction == 'upgrade'
assert migrate.headsBefore == [] && migrate.headsAfter == ['a1b2c3d4e5f6']
assert migrate.revisions*.revision == ['a1b2c3d4e5f6']

assert status.goal == 'status'
assert status.revisions*.revision == ['b2c3d4e5f6a7', 'a1b2c3d4e5f6']
assert status.revisions*.state == ['pending', 'applied']
def first = status.revisions[1]
assert first.down == [] && first.labels == [] && first.dependsOn == []
assert first.message == 'create account'
assert first.script.endsWith('a1b2c3d4e5f6_create_account.groovy')
assert first.current && !first.head && first.appliedAt && first.checksum
