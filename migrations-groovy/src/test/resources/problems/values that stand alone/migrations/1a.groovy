revision '1a', down: null, message: 'account'

upgrade {
    createTable('account') {
        column 'id', bigint, primaryKey: true
        varchar 20
    }
    sql 'DELETE FROM account'
}
