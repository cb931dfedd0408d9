// this project needs a server that there is not for every system
try {
    io.limbeck.it.Databases.POSTGRESQL.fresh().close()
    return true
} catch (org.opentest4j.TestAbortedException absent) {
    println absent.message
    return false
}
