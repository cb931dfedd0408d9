revision '5b2e3cbd04f6', down: '4a1d2bacf3e5', message: 'crews'

upgrade {
    dropView 'leaders'
    addUnique 'team', 'chief', name: 'uq_chief'
    alterTable('team', recreate: 'always') {
        addColumn 'motto', varchar(20), nullable: false, default: 'go'
    }
    renameTable 'team', to: 'crew'
    dropIndex 'person', 'ix_born', concurrently: true
    renameColumn 'person', 'born', to: 'birthday'
}
