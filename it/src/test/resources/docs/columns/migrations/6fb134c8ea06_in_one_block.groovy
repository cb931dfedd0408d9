revision '6fb134c8ea06', down: '5ea023b7d9f4', message: 'in one block'

upgrade {
    alterTable('product') {
        addColumn 'colour', varchar(20)
        alterColumn 'item_number', type: varchar(60)
        addUnique 'colour', name: 'uq_product_colour'
    }
}
