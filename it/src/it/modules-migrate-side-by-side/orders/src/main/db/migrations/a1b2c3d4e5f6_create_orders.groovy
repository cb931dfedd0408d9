revision 'a1b2c3d4e5f6', message: 'create orders'

upgrade {
    createTable('orders') {
        column 'id', bigint, primaryKey: true
        column 'email', varchar(255), nullable: false, unique: true
    }
}
