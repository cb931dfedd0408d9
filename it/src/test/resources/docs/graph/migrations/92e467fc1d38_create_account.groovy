revision '92e467fc1d38', message: 'create account'

upgrade {
    createTable('account') { column 'id', bigint, primaryKey: true }
}
