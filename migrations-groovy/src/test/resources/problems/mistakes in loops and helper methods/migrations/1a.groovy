revision '1a', message: 'loops'

class Limits {
    static int length(String name) {
        def all = [a: 10]
        return all.getOrDefault(name, 20)
    }
}

def audited(String table) {
    addColumn table, 'created_at', timestmp
    addColumn table, 'created_by', varchar(Limits.length('a')), defualt: 'me'
}

upgrade {
    createTable('t') {
        column 'id', bigint
        ['a', 'b'].each { name ->
            column name, varchar(10), uniqe: true
        }
    }
    audited 't'
    for (name in ['a', 'c']) {
        alterColumn 't', name, nullable: false
    }
}
