revision 'a3f5780c2e49', down: '92e467fb1d38', message: 'other indexes'

upgrade {
    renameIndex 'event', 'ix_event_time', to: 'ix_event_happened_at'
    dropIndex 'event', 'ix_event_kind_happened_at'
}
