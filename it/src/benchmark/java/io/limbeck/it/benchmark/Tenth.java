package io.limbeck.it.benchmark;

/** What every tenth script of a history is like; each asks for what the literal one asks for. */
enum Tenth {
    LITERAL("""
            upgrade {
                createTable('TABLE') {
                    column 'id', bigint, primaryKey: true
                    column 'email', varchar(255), nullable: false
                    column 'phone', varchar(255)
                    column 'balance', decimal(12, 2), nullable: false, default: 0
                    column 'created_at', timestamp, nullable: false, default: currentTimestamp
                }
                createIndex 'TABLE', 'email'
                addColumn 'TABLE', 'note', varchar(100)
                insert 'TABLE', [id: 1, email: 'first@TABLE.example.com', balance: 2.5]
            }
            """),
    /** Which are read as well. */
    LOOPS("""
            upgrade {
                def table = 'TABLE'
                createTable(table) {
                    column 'id', bigint, primaryKey: true
                    for (name in ['email', 'phone']) {
                        column name, varchar(255), nullable: name == 'phone'
                    }
                    column 'balance', decimal(12, 2), nullable: false, default: 0
                    column 'created_at', timestamp, nullable: false, default: currentTimestamp
                }
                ['email'].each { createIndex table, it }
                addColumn table, 'note', varchar(100)
                insert table, [id: 1, email: "first@${table}.example.com", balance: 10 / 4]
            }
            """),
    /** Classes of their own and streams, which only Groovy knows. */
    GROOVY("""
            import java.util.stream.Stream

            class Text {
                String name
                boolean needed
            }

            upgrade {
                def table = 'TABLE'
                createTable(table) {
                    column 'id', bigint, primaryKey: true
                    [new Text(name: 'email', needed: true), new Text(name: 'phone')].each { text ->
                        column text.name, varchar(255), nullable: !text.needed
                    }
                    column 'balance', decimal(12, 2), nullable: false, default: 0
                    column 'created_at', timestamp, nullable: false, default: currentTimestamp
                }
                ['email'].each { createIndex table, it }
                addColumn table, 'note', varchar(100)
                def address = Stream.of('first@', table, '.example.com').toList().join('')
                insert table, [id: 1, email: address, balance: 5 / 2]
            }
            """);

    private final String body;

    Tenth(String body) {
        this.body = body;
    }

    /** What stands behind the header of the script that makes a table. */
    String body(String table) {
        return body.replace("TABLE", table);
    }
}
