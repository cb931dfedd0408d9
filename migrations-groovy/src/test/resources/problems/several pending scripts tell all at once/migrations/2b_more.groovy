revision '2b', down: '1a', message: 'more'

upgrade {
    createIndex 'account', ['email']
    addColumn 'account', 'phone', varchar(20), nulable: true
    dropTable 'nothing_like_it'
}
