revision '6d1f83cae2b5', message: 'create account'

upgrade {
    createTable('account') {
        column 'id', bigint, identity: true, primaryKey: true
        column 'mail', varchar(120), nullable: false, unique: true
        column 'balance', decimal(12, 2), nullable: false, default: 0
        index 'mail', 'balance'
    }
    createTable('legacy') {
        column 'id', bigint, primaryKey: true
    }
    createTable('qrtz_locks') {
        column 'lock_name', varchar(40), primaryKey: true
    }
}
