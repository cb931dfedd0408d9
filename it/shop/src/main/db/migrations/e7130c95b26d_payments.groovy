revision 'e7130c95b26d', down: 'a2f6780bd914', message: 'payments'

upgrade {
    createTable('payment') {
        column 'id', bigint, identity: true, primaryKey: true
        column 'order_id', bigint, nullable: false
        column 'amount', decimal(8, 2), nullable: false
        column 'method', varchar(16), nullable: false
        column 'provider_reference', varchar(64), nullable: false
        column 'status', varchar(16), nullable: false, default: 'authorised'
        column 'created_at', timestamp, nullable: false, default: currentTimestamp
        foreignKey 'order_id', references: 'customer_order(id)'
        unique 'provider_reference'
        check 'amount > 0', name: 'ck_payment_amount'
        check "method in ('card', 'transfer')", name: 'ck_payment_method'
        check "status in ('authorised', 'captured', 'refunded')", name: 'ck_payment_status'
    }
}
