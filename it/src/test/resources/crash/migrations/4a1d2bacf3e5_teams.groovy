revision '4a1d2bacf3e5', down: '3f0c1a9be2d4', message: 'teams'

upgrade {
    createTable('team') {
        column 'id', integer, primaryKey: true
        column 'chief', integer, references: 'person(id)'
    }
    addColumn 'person', 'email', varchar(80), unique: true
    execute 'update person set email = name', reverse: 'update person set email = name'
    alterColumn 'person', 'email', nullable: false
    alterColumn 'person', 'name', type: varchar(60), nullable: false
    on('derby', 'h2', 'hsqldb', 'mariadb', 'postgresql') {
        createSequence 'ticket', start: 10
    }
    createView 'leaders', 'select id from team'
    createIndex 'person', ['born', 'name'], name: 'ix_born', concurrently: true
    execute 'create table raw (id integer)', reverse: 'drop table raw'
    data(reverse: { sql -> sql.execute 'delete from team' }) { sql ->
        sql.execute 'insert into team (id, chief) values (1, 1)'
        sql.execute 'insert into team (id, chief) values (2, 3)'
    }
}
