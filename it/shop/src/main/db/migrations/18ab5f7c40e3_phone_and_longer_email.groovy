revision '18ab5f7c40e3', down: 'e7130c95b26d', message: 'phone numbers, and e-mail addresses as long as they may be'

upgrade {
    addColumn 'customer', 'phone', varchar(32)
    alterColumn 'customer', 'email', type: varchar(254)
}
