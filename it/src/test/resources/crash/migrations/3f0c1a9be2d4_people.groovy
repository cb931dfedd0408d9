revision '3f0c1a9be2d4', message: 'people'

upgrade {
    createTable('person') {
        column 'id', integer, primaryKey: true
        column 'name', varchar(40)
        column 'born', date
        check 'id > 0', name: 'ck_person_id'
        index 'name'
    }
    insert 'person', [id: 1, name: 'Ada'], [id: 2, name: 'Brian']
    insert 'person', csv: 'people.csv'
}
