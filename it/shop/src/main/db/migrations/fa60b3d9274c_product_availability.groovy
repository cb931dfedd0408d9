revision 'fa60b3d9274c', down: '39ca7e5b0d82', message: 'what can be sold right now'

upgrade {
    createView 'product_availability', '''
        select p.id as product_id, p.sku, p.name, s.on_hand - s.reserved as available
        from product p
        join stock s on s.product_id = p.id
        where p.active = true and s.on_hand > s.reserved'''
}
