upgrade {
    createTable('account') {
        column 'id', bigint, identity: true, primaryKey: true
        column 'email', varchar(255), nullable: false
    }
}
