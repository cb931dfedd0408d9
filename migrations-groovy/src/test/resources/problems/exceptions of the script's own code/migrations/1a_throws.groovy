revision '1a', message: 'throws'

upgrade {
    createTable('account') {
        column 'id', bigint
    }
    def parts = 'a,b'.split(',')
    if (parts[2] == 'c') {
        dropTable 'account'
    }
}
