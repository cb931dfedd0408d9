revision '70c245d9fb16', down: '6fb134c8ea05', message: 'their constraints'

upgrade {
    addPrimaryKey 'country', 'code'
    addUnique 'country', 'name', name: 'uq_country_name'
    addForeignKey 'address', 'country', references: 'country(code)', name: 'fk_address_country'
    addCheck 'address', "postcode <> ''", name: 'ck_address_postcode'
}
