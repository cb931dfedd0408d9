revision 'b2c3d4e5f6a7', down: 'a1b2c3d4e5f6', message: 'add name'

upgrade {
    addColumn 'account', 'name', varchar(100)
}
