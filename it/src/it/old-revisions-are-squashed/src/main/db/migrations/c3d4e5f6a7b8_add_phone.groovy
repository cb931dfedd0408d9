revision 'c3d4e5f6a7b8', down: 'b2c3d4e5f6a7', message: 'add phone'

upgrade {
    addColumn 'account', 'phone', varchar(40)
}
