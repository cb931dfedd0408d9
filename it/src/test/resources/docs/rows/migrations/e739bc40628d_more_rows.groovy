revision 'e739bc40628d', down: 'd628ab3f517c', message: 'more rows'

// Undone by the primary key that the row carries.
upgrade {
    insert 'currency', [code: 'CZK', name: 'Czech koruna']
}
