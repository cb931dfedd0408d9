revision '1a2f5c3e9b70', message: 'tables'

upgrade {
    createTable('author') {
        column 'id', bigint, identity: true, primaryKey: true
        column 'name', varchar(80), nullable: false
        unique 'name'
    }
    createTable('book') {
        column 'isbn', chars(13)
        column 'edition', smallint, default: 1
        column 'title', varchar(200), nullable: false
        column 'pages', integer
        column 'author_id', bigint, nullable: false
        primaryKey 'isbn', 'edition'
        foreignKey 'author_id', references: 'author(id)', onDelete: 'cascade'
        check 'pages > 0', name: 'ck_book_pages'
        index 'title'
    }
    createTable('draft') {
        column 'id', bigint, primaryKey: true
    }
}
