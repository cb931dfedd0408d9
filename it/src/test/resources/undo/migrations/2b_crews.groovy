revision '2b', down: '1a', message: 'crews, of which the last statement fails'

upgrade {
    createTable('crew') {
        column 'id', integer, primaryKey: true
        column 'chief', integer, references: 'person(id)'
        column 'name', varchar(20)
        index 'name'
    }
    insert 'crew', [id: 1, chief: 1, name: 'first']
    insert 'person', [id: 3, name: 'Carol'], [id: 4, name: 'Dan']
    addColumn 'person', 'email', varchar(80), unique: true
    execute "update person set email = 'of ' where id = 1", reverse: "update person set name = name where id = 1"
    execute 'create table entry (id integer)', reverse: 'drop table entry'
    alterColumn 'person', 'name', type: varchar(60)
    alterTable('person', recreate: 'always') {
        addColumn 'motto', varchar(20), nullable: false, default: 'go'
        addCheck 'id > 0', name: 'ck_person_id'
    }
    createIndex 'person', ['name', 'motto'], name: 'ix_name', concurrently: true
    dropIndex 'person', 'ix_born', concurrently: true
    renameColumn 'person', 'born', to: 'birthday'
    data(reverse: { sql -> sql.execute 'delete from crew where id = 2' }) { sql ->
        sql.execute "insert into crew (id, chief, name) values (2, 2, 'second')"
    }
    execute 'insert into person (id, name) values (1, null)', reverse: 'delete from person where id = 1'
    renameTable 'crew', to: 'member'
}
