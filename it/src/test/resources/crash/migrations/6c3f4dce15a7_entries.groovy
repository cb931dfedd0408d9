revision '6c3f4dce15a7', down: '5b2e3cbd04f6', message: 'entries, so many that statements take their time'

upgrade {
    createTable('entry') {
        column 'id', integer, primaryKey: true
        column 'amount', integer, nullable: false
        column 'word', varchar(40)
    }
    execute '''insert into entry (id, amount, word)
               select a.id * 625 + b.id * 125 + c.id * 25 + d.id * 5 + e.id, a.id * b.id * c.id - 20, d.name
               from person a, person b, person c, person d, person e''', reverse: 'delete from entry'
    autocommit {
        createIndex 'entry', ['amount', 'id'], name: 'ix_amount', unique: true, concurrently: true
    }
    createIndex 'entry', 'word', name: 'ix_word', concurrently: true
    on('mariadb', 'mysql') {
        addColumn 'entry', 'note', varchar(20), ifNotExists: true
        dropIndex 'entry', 'ix_word', ifExists: true
        createIndex 'entry', 'word', name: 'ix_word'
    }
    on('postgresql') {
        createEnum 'mood', ['sad', 'ok']
        addEnumValue 'mood', 'great', after: 'ok'
        addColumn 'entry', 'mood', enumeration('mood', ['sad', 'ok', 'great'])
        createView 'words', 'select word, count(*) as times from entry group by word', materialized: true
    }
    alterColumn 'entry', 'amount', type: bigint
    execute 'update entry set amount = amount + id', reverse: 'update entry set amount = amount - id'
    alterTable('entry', recreate: 'always') {
        addColumn 'weight', integer, nullable: false, default: 3
    }
    renameIndex 'entry', 'ix_word', to: 'ix_words'
}

downgrade {
    renameIndex 'entry', 'ix_words', to: 'ix_word'
    execute 'update entry set amount = amount - id'
    on('postgresql') {
        dropView 'words'
    }
    dropColumn 'entry', 'weight'
    dropTable 'entry'
    on('postgresql') {
        dropEnum 'mood'
    }
}
