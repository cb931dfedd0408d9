revision 'c3d4e5f6a7b8', down: 'a1b2c3d4e5f6', message: 'add phone'

upgrade {
    addColumn 'account', 'phone', varchar(40)
}
