revision 'e739bc41628d', message: 'create note'

upgrade {
    createTable('note') {
        column 'id', bigint, primaryKey: true
        column 'text', varchar(int_of(x.length)), unique: true
    }
}

int int_of(String text) { (text ?: '100') as int }
