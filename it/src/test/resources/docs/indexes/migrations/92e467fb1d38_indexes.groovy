revision '92e467fb1d38', message: 'indexes'

upgrade {
    createTable('event') {
        column 'id', bigint, primaryKey: true
        column 'kind', varchar(20), nullable: false
        column 'happened_at', timestamp, nullable: false
    }
    createIndex 'event', ['kind', desc('happened_at')]
    createIndex 'event', 'happened_at', name: 'ix_event_time', unique: true
}
