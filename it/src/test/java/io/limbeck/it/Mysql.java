package io.limbeck.it;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Assumptions;

/** MySQL out of an artifact that Kill Bill's tests use; it wants libaio, which Linux distributions have as a package. */
final class Mysql {
    private static final String ARCHIVE = "mysql-Linux-amd64.tar.gz";

    static final Mysqld SERVER = new Mysqld(new Product(), 0);

    private Mysql() {}

    private static final class Product implements Mysqld.Product {
        @Override
        public String name() {
            return "mysql";
        }

        @Override
        public Path unpack(Path folder) throws IOException {
            var base = folder.resolve("binaries");
            if (!Files.exists(base.resolve("bin/mysqld"))) {
                Files.createDirectories(base);
                var archive = folder.resolve(ARCHIVE);
                try (var input = Mysql.class.getClassLoader().getResourceAsStream(ARCHIVE)) {
                    Files.copy(input, archive);
                }
                Mysqld.run(base, archive, List.of("tar", "xzf", "-", "-C", base.toString()));
                Files.delete(archive);
            }
            return base;
        }

        @Override
        public void initialize(Path base, Path data) throws IOException {
            var libraries = data.getParent().resolve("libraries.txt");
            var check = new ProcessBuilder("ldd", base.resolve("bin/mysqld").toString())
                    .redirectErrorStream(true)
                    .redirectOutput(libraries.toFile())
                    .start();
            Mysqld.await(check);
            var missing = Files.readAllLines(libraries).stream()
                    .filter(line -> line.contains("not found"))
                    .map(String::strip)
                    .toList();
            Assumptions.assumeTrue(
                    missing.isEmpty(), "MySQL needs libraries that this machine has not (libaio1): " + missing);
            Mysqld.run(data, null, program(base), "--initialize-insecure", "--datadir=" + data);
        }

        private static List<String> program(Path base) {
            return List.of(
                    base.resolve("bin/mysqld").toString(),
                    "--no-defaults",
                    "--user=root",
                    "--basedir=" + base,
                    "--auto-generate-certs=OFF",
                    "--sha256-password-auto-generate-rsa-keys=OFF",
                    "--caching-sha2-password-auto-generate-rsa-keys=OFF",
                    "--innodb-redo-log-capacity=8M");
        }

        @Override
        public List<String> server(Path base) {
            var command = new ArrayList<>(program(base));
            command.addAll(List.of("--mysqlx=OFF", "--performance-schema=OFF"));
            return command;
        }

        /** The client of the other product does not know MySQL's newer way. */
        @Override
        public String identified(String account, String password) {
            return "'" + account + "'@'%' IDENTIFIED WITH mysql_native_password BY '" + password + "'";
        }
    }
}
