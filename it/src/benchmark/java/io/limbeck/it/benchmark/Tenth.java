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
    /** Several variables at once, {@code as}: which only Groovy knows. */
    GROOVY("""
            upgrade {
                def table = 'TABLE'
                def (needed, other) = ['email', 'phone']
                createTable(table) {
                    column 'id', bigint, primaryKey: true
                    [needed, other].each { name ->
                        column name, varchar(255), nullable: name == other
                    }
                    column 'balance', decimal(12, 2), nullable: false, default: 0
                    column 'created_at', timestamp, nullable: false, default: currentTimestamp
                }
                createIndex table, needed
                addColumn table, 'note', varchar(100)
                insert table, [id: 1, email: "first@${table}.example.com", balance: ('10' as BigDecimal) / 4]
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
