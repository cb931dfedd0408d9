def build = new io.limbeck.it.builds.Build(basedir)
assert !build.log().contains('not marked as @threadSafe')
for (module in ['orders', 'stock']) {
    assert build.derbyTables("$module/target/derby").containsAll([module, 'db_version'])
    assert build.derby("$module/target/derby", 'select revision, message from db_version')
            == [['a1b2c3d4e5f6', "create $module".toString()]]
}
