revision '4d9f12a6c8e3', down: '3c8e01f5b7d2', message: 'more columns'

upgrade {
    addColumn 'product', 'weight_g', integer, nullable: false, default: 0
    addColumn 'product', 'gross', decimal(12, 2), computed: 'price * (1 + vat)'
    renameColumn 'product', 'sku', to: 'item_number'
    dropColumn 'product', 'note'
}
