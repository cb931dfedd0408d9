revision '1a', message: 'cascades'

upgrade {
    createTable('account', comments: 'x') {
        column 'id', bigint, primaryKey: true
        column 'email', varchr(40)
        column 5, integer
    }
    addUnique 'account', ['email']
    alterColumn 'account', 'email', type: varchar(50)
    creatTable('person') {
        column 'id', bigint, primaryKey: true
        column 'name', varchar(10)
    }
    alterColumn 'person', 'name', type: text
    createIndex 'person', ['name'], name: 'ix_person'
    renameIndex 'person', 'ix_person', to: 'ix_other'
    dropIndex 'person', 'ix_other'
    renameTable 'person', to: 'people'
    insert 'people', [id: 1, name: 'x']
    renameTable 'nobody', to: 'somebody'
    dropColumn 'somebody', 'x'
    addColumn 'account', 'id', integer
    addForeignKey 'account', ['id'], references: 'peple(id)'
    dropTable 'nobody'
    dropTable 'nobody'
}
