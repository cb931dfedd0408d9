revision '2b7d90e4a6c1', down: '1a2f5c3e9b70', message: 'other tables'

upgrade {
    renameTable 'author', to: 'writer'
    dropTable 'draft'
    on('postgresql', 'h2') {
        commentTable 'book', 'one row an edition'
    }
}
