revision '1a', message: 'rows of a file'

upgrade {
    createTable('t') {
        column 'id', integer, primaryKey: true
        column 'born', date
    }
    insert 't', csv: 'rows.csv'
}
