revision '2b', down: '1a', message: 'look accounts up by e-mail'

upgrade {
    autocommit {
        createIndex 'account', 'email', name: 'ix_email', unique: true, concurrently: true
    }
}
