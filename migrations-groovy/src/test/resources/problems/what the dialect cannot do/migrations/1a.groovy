revision '1a', message: 'too much for Derby'

upgrade {
    createTable('t', comment: 'with a comment') {
        column 'id', bigint
        column 'a', array(integer)
    }
    createIndex 't', ['id'], where: 'id > 0'
    dropTable 't', cascade: true
}
