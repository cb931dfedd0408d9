revision 'c3d4e5f6a7b8', down: 'b2c3d4e5f6a7', message: 'first accounts'

upgrade {
    insert 'account', [id: 1, email: 'ann@example.com']
    insert 'account', [id: 2, email: 'ann@example.com']
}
