import groovy.json.JsonSlurper

def build = new io.limbeck.it.builds.Build(basedir)
def (migrate, status, chosen) = build.logs()

assert migrate.contains('asia: ')
assert migrate =~ /eu: \+ b2c3d4e5f6a7  add name/
assert migrate =~ /eu: 2 revisions in .*; the database is at b2c3d4e5f6a7\./
assert migrate =~ /2 databases in .*; 1 failed: asia\./
assert migrate.contains("it failed on database 'asia', one of 2")
assert migrate.contains('a1b2c3d4e5f6_create_account.groovy:4')
assert migrate.contains('MojoFailureException')

def document = new JsonSlurper().parseText(status[status.indexOf('{')..status.lastIndexOf('}')])
assert document.goal == 'status' && document.failed == []
assert document.databases*.database == ['asia', 'eu']
assert document.databases[0].revisions*.state == ['pending', 'running']
assert document.databases[1].revisions*.state == ['applied', 'applied']

assert chosen.contains('The database is at b2c3d4e5f6a7: nothing to do.')
assert chosen =~ /\* b2c3d4e5f6a7/
assert !build.log().contains('open-sesame-7')
assert build.derby('target/eu', 'select count(*) from db_version') == [['2']]
