revision '2b', down: '1a', message: 'look accounts up by e-mail; the last statement fails'

upgrade {
    autocommit {
        createIndex 'account', 'email', name: 'ix_email', concurrently: true
        dropIndex 'account', 'ix_name', concurrently: true
    }
    execute 'insert into account (id) values (1)', reverse: 'delete from account where id = 1'
}
