revision '4d9f12a6d8e3', down: '3c8e0195b7d2', message: 'what PostgreSQL had'

upgrade {
    dropConstraint 'booking', 'ex_booking_during', schema: 'hotel'
    addExclude 'booking', elements: [during: '&&'], using: 'spgist', schema: 'hotel', name: 'ex_booking_stay'
    createSchema 'archive'
    dropSchema 'archive'
}
