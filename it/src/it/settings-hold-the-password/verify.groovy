def build = new io.limbeck.it.builds.Build(basedir)
def logs = build.logs()
assert logs[0].contains('2 revisions in')
(1..3).each { assert logs[it] =~ /applied  b2c3d4e5f6a7  add name/ }
assert logs[4].contains('Check \'username\' and \'password\'')
assert logs[5].contains("the password of server 'shop-encrypted' in the settings cannot be decrypted")
assert !build.log().readLines().find { it.contains('open-sesame') && !it.contains('Executing') }
