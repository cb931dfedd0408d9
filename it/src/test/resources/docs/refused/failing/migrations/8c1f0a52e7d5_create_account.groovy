revision '8c1f0a52e7d5', message: 'create account'

upgrade {
    createTable('account') {
        column 'id', bigint, primaryKey: true
        column 'email', varchar(255)
    }
    insert 'account', [id: 1, email: 'ada@example.com'], [id: 2, email: 'ada@example.com']
}
