revision '5c0e72b9d1a4', message: 'create account'

upgrade {
    createTable('account') {
        column 'id', bigint, identity: true, primaryKey: true
        column 'mail', varchar(120), nullable: false
        column 'balance', decimal(12, 2), nullable: false, default: 0
    }
}
