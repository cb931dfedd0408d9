revision '1a', message: 'words'

upgrade {
    createTable('t') {
        column 'id', bigit
        column 'a', varcahr(10)
        column 'b', varchar('ten')
        column 'c', decimal(1, 2, 3)
        column d, integer
        column 'e', 'integer'
        column 'f', varchar(10).on(postgres: text)
    }
    on('postgres') {
        dropTable 't'
    }
    addColumn 't', 'g', integer, nullable: 'no'
    addUnique 't', ['id', 'id']
}
