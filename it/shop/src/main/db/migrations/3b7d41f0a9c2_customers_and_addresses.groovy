revision '3b7d41f0a9c2', message: 'customers and their addresses'

upgrade {
    createTable('customer') {
        column 'id', bigint, identity: true, primaryKey: true
        column 'email', varchar(120), nullable: false
        column 'full_name', varchar(100), nullable: false
        column 'created_at', timestamp, nullable: false, default: currentTimestamp
        unique 'email'
    }

    createTable('address') {
        column 'id', bigint, identity: true, primaryKey: true
        column 'customer_id', bigint, nullable: false
        column 'street', varchar(120), nullable: false
        column 'postcode', varchar(12), nullable: false
        column 'city', varchar(80), nullable: false
        column 'country', varchar(60), nullable: false
        foreignKey 'customer_id', references: 'customer(id)', onDelete: 'cascade'
    }
}
