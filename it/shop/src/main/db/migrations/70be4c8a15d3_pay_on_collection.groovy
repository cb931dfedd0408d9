revision '70be4c8a15d3', down: 'd1f83a5e72c9', message: 'customers may pay cash when they collect an order'

upgrade {
    dropConstraint 'payment', 'ck_payment_method'
    addCheck 'payment', "method in ('card', 'transfer', 'cash')", name: 'ck_payment_method'
    alterColumn 'payment', 'provider_reference', nullable: true
    addCheck 'payment', "method = 'cash' or provider_reference is not null", name: 'ck_payment_reference'
}
