revision '8c1f0a52e7d3', message: 'create account'

upgrade {
    createTable('account') {
        column 'id', bigint, identity: true, primaryKey: true
        column 'email', varchar(255), nullable: false, unique: true
        column 'created_at', timestamp, nullable: false, default: currentTimestamp
    }
}
