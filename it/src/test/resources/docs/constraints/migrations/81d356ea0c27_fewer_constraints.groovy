revision '81d356ea0c27', down: '70c245d9fb16', message: 'fewer constraints'

upgrade {
    dropConstraint 'address', 'ck_address_postcode'
    dropPrimaryKey 'address'
}
