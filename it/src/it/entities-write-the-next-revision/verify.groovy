def build = new io.limbeck.it.builds.Build(basedir)
def (customers, nothing, more, orders, migrated) = build.logs()

assert customers.contains('+ table customer')
def (file) = (customers =~ /Wrote (src\/main\/db\/migrations\/[0-9a-f]{12}_customers\.groovy)/)[0].drop(1)
def script = new File(basedir, file).text
assert script.contains("createTable('customer') {")
assert script.contains("column 'email', varchar(120), nullable: false")
assert script.contains("unique 'email', name: 'uq_customer_email'")

assert nothing.contains('The revisions do all that the target metadata asks for')
assert nothing.contains('Nothing differs, so nothing was written.')

assert more.contains('no revision does yet what the target metadata asks for')
assert more.contains("createTable('purchase') {")
assert more.contains('mvn db:revision -Ddb.autogenerate=true')

assert orders.contains('_orders.groovy')
assert migrated.contains('2 revisions in')
assert migrated.contains('the database is what its revisions made it')
assert build.derby('target/derby', "select tablename from sys.systables where tabletype = 'T' order by 1").flatten()
        == ['CUSTOMER', 'DB_VERSION', 'PURCHASE']
