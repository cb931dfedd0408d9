revision 'd1f83a5e72c9', down: '07d4c2e9f6b5', message: 'the first hotel kitchen cost more than 999,999.99'

upgrade {
    alterColumn 'payment', 'amount', type: decimal(12, 2)
}
