revision 'f40d9e62c7b1', down: 'e7130c95b26d', message: 'what the warehouse needs to know about a product'

upgrade {
    addColumn 'product', 'weight_g', integer, check: [expr: 'weight_g > 0', name: 'ck_product_weight']
    addColumn 'product', 'active', bool, nullable: false, default: true
}
