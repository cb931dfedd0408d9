revision '095bde6284af', message: 'names and initials'

upgrade {
    createTable('person') {
        column 'id', bigint, primaryKey: true
        column 'name', varchar(80), nullable: false
        column 'initials', varchar(4)
    }
    insert 'person', [id: 1, name: 'Ada Lovelace'], [id: 2, name: 'Grace Hopper']
}
