revision '84b6e0d35c1f', down: '70be4c8a15d3', message: 'a display name is not a full name, and addresses are for delivery'

upgrade {
    renameColumn 'customer', 'full_name', to: 'display_name'
    renameTable 'address', to: 'delivery_address'
}
