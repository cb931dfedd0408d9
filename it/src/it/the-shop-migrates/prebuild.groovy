def from = new File(basedir, '../../../shop').canonicalFile.toPath()
def to = new File(basedir, 'shop').toPath()
java.nio.file.Files.walk(from).withCloseable { files ->
    files.filter { !it.startsWith(from.resolve('target')) }.each { file ->
        def copy = to.resolve(from.relativize(file).toString())
        java.nio.file.Files.isDirectory(file) ? copy.toFile().mkdirs() : copy.toFile().setBytes(file.toFile().bytes)
    }
}
true
