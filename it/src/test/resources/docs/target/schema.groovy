table('account') {
    column 'id', bigint, identity: true, primaryKey: true
    column 'email', varchar(120), nullable: false
    column 'balance', decimal(12, 2), nullable: false, default: 0
    column 'owner_id', bigint, references: 'person'
    check 'balance >= 0'
}

table('person') {
    column 'id', bigint, identity: true, primaryKey: true
    column 'name', varchar(80), nullable: false, index: true
}

view 'overdrawn', 'select id from account where balance < 0'
