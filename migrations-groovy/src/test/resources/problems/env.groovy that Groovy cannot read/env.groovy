configure {
    versionTable 'x
}
