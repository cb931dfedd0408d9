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
    /** Patterns, other classes, {@code with}: which only Groovy knows. */
    GROOVY("""
            import java.time.LocalDate

            upgrade {
                def table = 'TABLE'
                createTable(table) {
                    column 'id', bigint, primaryKey: true
                    'email, phone'.findAll(/\\w+/).each { name ->
                        column name, varchar(255), nullable: name == 'phone'
                    }
                    column 'balance', decimal(12, 2), nullable: false, default: 0
                    column 'created_at', timestamp, nullable: false, default: currentTimestamp
                }
                ['email'].each { createIndex table, it }
                addColumn table, 'note', varchar(100)
                def address = new StringBuilder('first@').with {
                    append(table).append('.example.com')
                }.toString()
                insert table, [id: 1, email: address, balance: LocalDate.of(2026, 1, 5).dayOfMonth / 2]
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
