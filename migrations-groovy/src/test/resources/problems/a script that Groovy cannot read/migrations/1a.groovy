revision '1a', message: 'broken'

upgrade {
    createTable('account') {
        column 'id', bigint,
    }
}
