revision '8c1f0a52e7d4', message: 'create account'

upgrade {
    createTable('account') {
        column 'id', bigint, identity: true, primaryKey: true
        column 'email', varchar(255), nulable: false
    }
}
