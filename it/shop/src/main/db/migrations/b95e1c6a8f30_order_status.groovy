revision 'b95e1c6a8f30', down: '2d7f93b04ae6', message: 'an order has a status; shipped or not was too little'

upgrade {
    addColumn 'customer_order', 'status', varchar(16), nullable: false, default: 'open'
    execute "update customer_order set status = 'shipped' where shipped = true",
        reverse: "update customer_order set shipped = true where status in ('shipped', 'returned')"
    dropColumn 'customer_order', 'shipped'
    addCheck 'customer_order', "status in ('open', 'paid', 'shipped', 'returned', 'cancelled')", name: 'ck_customer_order_status'
}
