configure {
    versionTabel 'versions'
}
