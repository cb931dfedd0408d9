revision '5ea023b8d9f4', message: 'create login'

upgrade {
    createTable('login') {
        column 'name', varchar(40), primaryKey: true
        column 'password', varchar(100)
    }
}
