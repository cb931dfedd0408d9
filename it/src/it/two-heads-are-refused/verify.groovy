def build = new io.limbeck.it.builds.Build(basedir)
def (refused, nowhere, merge, migrated) = build.logs()

assert refused.contains('there are 2 heads')
assert refused.contains('mvn db:merge')
assert nowhere.contains('there are 2 heads')
assert merge =~ /Wrote src\/main\/db\/migrations\/[0-9a-f]{12}_merge.groovy/
assert migrated.contains('4 revisions in')
