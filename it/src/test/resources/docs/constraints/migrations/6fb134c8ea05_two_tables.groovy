revision '6fb134c8ea05', message: 'two tables'

upgrade {
    createTable('country') {
        column 'code', chars(2), nullable: false
        column 'name', varchar(60), nullable: false
    }
    createTable('address') {
        column 'id', bigint, primaryKey: true
        column 'country', chars(2), nullable: false
        column 'postcode', varchar(12), nullable: false
    }
}
