revision '6c2e8d5f019a', down: 'f40d9e62c7b1', message: 'two makers may call a product the same'

upgrade {
    dropConstraint 'product', 'uq_product_name'
    createIndex 'product', 'name'
}
