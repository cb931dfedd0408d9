revision '1a', message: 'account'

upgrade {
    createTable('account') { column 'id', integer, primaryKey: true }
}
