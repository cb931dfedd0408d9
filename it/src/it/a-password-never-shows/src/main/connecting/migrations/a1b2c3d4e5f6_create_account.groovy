revision 'a1b2c3d4e5f6', message: 'create account'

upgrade {
    createTable('account') {
        column 'id', bigint, primaryKey: true
        column 'email', varchar(255), nullable: false, unique: true
    }
}
