revision 'a1', message: 'create account'

upgrade {
    createTable('account') {
        column 'id', integer, primaryKey: true
        column 'name', varchar(40)
        column 'created', timestamp, default: currentTimestamp
    }
    insert 'account', [id: 1, name: "Müller; it's -- me"], [id: 2, name: 'two\nlines']
}
