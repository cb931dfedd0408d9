revision '${revision}', message: 'first revision'

// Ask for what the database shall have; the downgrade is derived from it.
upgrade {
    // createTable('account') {
    //     column 'id', bigint, identity: true, primaryKey: true
    //     column 'email', varchar(255), nullable: false, unique: true
    // }
}
