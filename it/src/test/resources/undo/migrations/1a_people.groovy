revision '1a', message: 'people, and notes that go with them'

upgrade {
    createTable('person') {
        column 'id', integer, primaryKey: true
        column 'name', varchar(40), nullable: false
        column 'born', date
    }
    insert 'person', [id: 1, name: 'Ada'], [id: 2, name: 'Brian']
    createIndex 'person', 'born', name: 'ix_born'
    createTable('note') {
        column 'id', integer, primaryKey: true
        column 'person_id', integer
        foreignKey 'person_id', references: 'person(id)', onDelete: 'cascade', name: 'fk_note_person'
    }
    insert 'note', [id: 1, person_id: 1], [id: 2, person_id: 2]
    createView 'named', 'select id, name from person'
}
