revision 'c3d4e5f6a7b8', down: 'b2c3d4e5f6a7', message: 'what a long message says in more words than a line of eighty columns has room for', labels: 'phones'

upgrade {
    addColumn 'account', 'phone', varchar(40)
}
