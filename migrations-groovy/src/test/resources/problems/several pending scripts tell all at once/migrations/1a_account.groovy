revision '1a', message: 'create account'

upgrade {
    createTabel('account') {
        column 'id', bigint, primaryKey: true
    }
    addColumn 'account', 'email', varchar(40)
}
