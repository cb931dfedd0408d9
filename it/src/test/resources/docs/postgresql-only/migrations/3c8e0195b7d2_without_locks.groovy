revision '3c8e0195b7d2', down: '2b7df084a6c1', message: 'without long locks'

upgrade {
    createIndex 'booking', 'guest', schema: 'hotel', concurrently: true, name: 'ix_booking_guest'
    createIndex 'booking', sql('lower(guest)'), schema: 'hotel', where: 'extras is not null', name: 'ix_booking_extras'
    addCheck 'booking', "guest <> ''", schema: 'hotel', name: 'ck_booking_guest', notValid: true
    validateConstraint 'booking', 'ck_booking_guest', schema: 'hotel'
    createView 'guests', 'select guest, count(*) as stays from hotel.booking group by guest', materialized: true
}
