revision 'c3d4e5f6a7b8', down: 'b2c3d4e5f6a7', message: 'orders'

upgrade {
    createTable('purchase') {
        column 'id', bigint, primaryKey: true
    }
    addColumn 'account', 'name', varchar(80)
    insert 'account', [id: 1, email: 'grace@example.com']
}
