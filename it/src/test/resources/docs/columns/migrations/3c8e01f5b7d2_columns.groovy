revision '3c8e01f5b7d2', message: 'columns'

upgrade {
    createTable('product') {
        column 'id', bigint, identity: [start: 1000], primaryKey: true
        column 'sku', varchar(20), nullable: false, unique: true
        column 'price', decimal(10, 2), nullable: false, default: 0, check: 'price >= 0'
        column 'vat', decimal(4, 2), nullable: false, default: 0.19
        column 'added_on', date, default: currentDate
        column 'replaced_by', bigint, references: 'product(id)'
        column 'note', varchar(200)
    }
}
