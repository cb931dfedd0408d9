revision '2b7df084a6c1', message: 'what PostgreSQL has'

upgrade {
    createSchema 'hotel'
    createEnum 'season', ['low', 'high']
    createTable('booking', schema: 'hotel', comment: 'one row a stay') {
        column 'id', uuid, primaryKey: true, default: sql('gen_random_uuid()')
        column 'during', type('tsrange'), nullable: false
        column 'guest', varchar(80).on(postgresql: text), nullable: false
        column 'season', enumeration('season', ['low', 'high'])
        column 'extras', jsonb
        exclude elements: [during: '&&'], using: 'gist', name: 'ex_booking_during'
    }
}
