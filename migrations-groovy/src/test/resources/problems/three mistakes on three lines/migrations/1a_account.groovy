revision '1a', message: 'create account'

upgrade {
    createTable('account') {
        column 'id', bigint, identity: true, primaryKey: true
    }
    creatIndex 'account', ['id']
    createTable('person') {
        column 'name', varchar(40), nulable: false
    }

    addUnique 'person', ['nmae']
}
