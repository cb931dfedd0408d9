table('account') {
    column 'id', bigint, identity: true, primaryKey: true
    column 'mail', varchar(200), nullable: false, unique: true
    column 'balance', decimal(12, 2), nullable: false, default: 1
}
