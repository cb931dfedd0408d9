revision '5b2e3cbd04f6', down: '4a1d2bacf3e5', message: 'crews'

upgrade {
    dropView 'leaders'
    addUnique 'team', 'chief', name: 'uq_chief'
    createTable('member') {
        column 'number', integer, identity: true, primaryKey: true
        column 'team_id', integer, references: 'team(id)'
        column 'name', varchar(20), nullable: false
    }
    insert 'member', [team_id: 1, name: 'Ada'], [team_id: 2, name: 'Carol']
    createView 'chiefs', 'select id, chief from team'
    createView 'chief_names', 'select c.id, p.name from chiefs c join person p on p.id = c.chief'
    alterTable('team', recreate: 'always') {
        addColumn 'motto', varchar(20), nullable: false, default: 'go'
    }
    on('h2', 'hsqldb', 'mariadb', 'mysql', 'postgresql', 'sqlite') {
        alterTable('member', recreate: 'always') {
            alterColumn 'name', type: varchar(40)
            addColumn 'grade', smallint, default: 1
            addCheck 'grade > 0', name: 'ck_grade'
        }
    }
    insert 'member', [team_id: 2, name: 'Dan']
    dropView 'chief_names'
    dropView 'chiefs'
    renameTable 'team', to: 'crew'
    dropIndex 'person', 'ix_born', concurrently: true
    renameColumn 'person', 'born', to: 'birthday'
}
