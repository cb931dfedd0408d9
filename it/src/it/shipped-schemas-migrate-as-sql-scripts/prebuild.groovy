// the server lives in the process that runs this script, and ends with it
def database = io.limbeck.it.Databases.POSTGRESQL.fresh()
def properties = new Properties()
properties['postgresql.url'] = database.url()
properties['postgresql.username'] = database.username()
properties['postgresql.password'] = database.password()
new File(basedir, 'postgresql.properties').withOutputStream { properties.store(it, null) }
