revision '5d90af3c18e7', down: 'c8e24b1763fa', message: 'stock: what is on the shelf, what is promised'

upgrade {
    createTable('stock') {
        column 'product_id', bigint, primaryKey: true, references: [table: 'product', columns: ['id'], onDelete: 'cascade']
        column 'on_hand', integer, nullable: false, default: 0
        column 'reserved', integer, nullable: false, default: 0
        column 'counted_on', date
        check 'on_hand >= 0', name: 'ck_stock_on_hand'
        check 'reserved between 0 and on_hand', name: 'ck_stock_reserved'
    }
}
