revision '1a', message: 'account'

upgrade {
    createTable('account') {
        column 'id', integer, primaryKey: true
        column 'email', varchar(80)
        column 'name', varchar(80)
        index 'name', name: 'ix_name'
    }
    insert 'account', [id: 1, email: 'ada@example.com'], [id: 2, email: 'bob@example.com']
}
