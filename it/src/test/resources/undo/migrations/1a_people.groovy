revision '1a', message: 'people'

upgrade {
    createTable('person') {
        column 'id', integer, primaryKey: true
        column 'name', varchar(40), nullable: false
        column 'born', date
    }
    insert 'person', [id: 1, name: 'Ada'], [id: 2, name: 'Brian']
    createIndex 'person', 'born', name: 'ix_born'
}
