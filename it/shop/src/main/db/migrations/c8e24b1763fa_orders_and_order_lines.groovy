revision 'c8e24b1763fa', down: '91c05e6f2d48', message: 'orders and their lines'

upgrade {
    // not "order", which every database would want quoted
    createTable('customer_order') {
        column 'id', bigint, identity: true, primaryKey: true
        column 'customer_id', bigint, nullable: false
        column 'placed_at', timestamp, nullable: false, default: currentTimestamp
        column 'shipped', bool, nullable: false, default: false
        foreignKey 'customer_id', references: 'customer(id)'
    }

    createTable('order_line') {
        column 'order_id', bigint, nullable: false
        column 'line_no', integer, nullable: false
        column 'product_id', bigint, nullable: false
        column 'quantity', integer, nullable: false, default: 1
        column 'unit_price', decimal(10, 2), nullable: false
        primaryKey 'order_id', 'line_no'
        foreignKey 'order_id', references: 'customer_order(id)', onDelete: 'cascade'
        foreignKey 'product_id', references: 'product(id)'
        check 'quantity > 0', name: 'ck_order_line_quantity'
    }

    // "my orders", newest first
    createIndex 'customer_order', ['customer_id', desc('placed_at')], name: 'ix_customer_order_recent'
}
