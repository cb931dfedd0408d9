revision '5ea023b7d9f4', down: '4d9f12a6c8e3', message: 'altered columns'

upgrade {
    alterColumn 'product', 'item_number', type: varchar(40)
    alterColumn 'product', 'added_on', nullable: false
    alterColumn 'product', 'weight_g', default: null
}
