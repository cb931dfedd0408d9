revision 'b406891d3f5a', message: 'sequences and views'

upgrade {
    createTable('invoice') {
        column 'number', bigint, primaryKey: true
        column 'amount', decimal(12, 2), nullable: false
        column 'paid_on', date
    }
    createSequence 'invoice_number', start: 5000, increment: 10
    createView 'open_invoice', 'select number, amount from invoice where paid_on is null'
}
