def build = new io.limbeck.it.builds.Build(basedir)
def (before, migrate, after, help) = build.logs()

assert before =~ /\* c3d4e5f6a7b8 \(head\) \[phones\] what a long message /
assert before.indexOf('c3d4e5f6a7b8') < before.indexOf('* b2c3d4e5f6a7')
assert !before.contains('current')
assert !build.has('target/derby') || before.contains('no database was asked')
assert before.contains('3 revisions are sound; no database was asked.')
assert before.contains('follows     b2c3d4e5f6a7')

assert after =~ /\* b2c3d4e5f6a7  add name  \(current\)/
assert after =~ /pending  c3d4e5f6a7b8  what a/
assert after =~ /applied  a1b2c3d4e5f6  create account/
assert after.contains('what was applied has not changed.')
for (line in (before + after).readLines().findAll { it =~ /[abc][0-9][bcd][0-9]/ && !it.contains('Building') }) {
    assert line.length() <= 80
}
for (goal in ['init', 'revision', 'migrate', 'downgrade', 'sql', 'stamp', 'current', 'status', 'history', 'heads', 'branches', 'show', 'validate', 'merge', 'squash']) {
    assert help.contains("db:$goal")
}
