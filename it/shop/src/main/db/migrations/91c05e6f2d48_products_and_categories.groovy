revision '91c05e6f2d48', down: '3b7d41f0a9c2', message: 'products and categories'

upgrade {
    createTable('category') {
        column 'id', bigint, identity: true, primaryKey: true
        column 'slug', varchar(40), nullable: false, unique: true
        column 'name', varchar(80), nullable: false
        column 'parent_id', bigint
        foreignKey 'parent_id', references: 'category(id)'
    }

    createTable('product') {
        column 'id', bigint, identity: true, primaryKey: true
        column 'sku', varchar(20), nullable: false
        column 'name', varchar(120), nullable: false
        column 'description', text
        column 'price', decimal(10, 2), nullable: false
        column 'category_id', bigint, nullable: false
        unique 'sku'
        unique 'name'
        foreignKey 'category_id', references: 'category(id)'
        check 'price >= 0', name: 'ck_product_price'
    }
}
