sequence 'account_number', start: 1000, increment: 20

table('Account') {
    column 'id', bigint, nullable: false
    column 'balance', decimal(12, 2), nullable: false
    column 'digest', varbinary(16)
    column 'former', type('tinyint')
    column 'height', real, nullable: false
    column 'letter', chars(1), nullable: false
    column 'level', type('tinyint'), nullable: false
    column 'notes', text
    column 'opens', time
    column 'photo', blob
    column 'rank', smallint, nullable: false
    column 'seen', timestamp
    column 'state', enumeration('state', ['CLOSED', 'OPEN'])
    column 'updated', timestamp
    column 'visits', integer
    column 'weight', doublePrecision, nullable: false
    column 'deputy', bigint
    column 'owner_id', bigint, nullable: false
    column 'parent_id', bigint
    primaryKey 'id', name: 'pk_Account'
    unique 'parent_id', name: 'uq_Account_parent_id'
    foreignKey 'deputy', references: 'person(id)', name: 'deputy_is_a_person'
    foreignKey 'owner_id', references: 'person(id)', name: 'fk_Account_owner_id_person', onDelete: 'cascade'
    foreignKey 'parent_id', references: 'Account(id)', name: 'fk_Account_parent_id_Account'
    check 'former between 0 and 1', name: 'ck_Account_former'
    check 'balance >= 0', name: 'in_the_black'
}

table('Account_person') {
    column 'Account_id', bigint, nullable: false
    column 'readers_id', bigint, nullable: false
    primaryKey 'Account_id', 'readers_id', name: 'pk_Account_person'
    foreignKey 'Account_id', references: 'Account(id)', name: 'fk_Account_person_Account_id_Account'
    foreignKey 'readers_id', references: 'person(id)', name: 'fk_Account_person_readers_id_person'
}

table('Account_tags') {
    column 'Account_id', bigint, nullable: false
    column 'tags', varchar(255)
    foreignKey 'Account_id', references: 'Account(id)', name: 'fk_Account_tags_Account_id_Account'
}

table('person', comment: 'Whoever may own something') {
    column 'id', bigint, identity: true
    column 'active', type('bit'), nullable: false, default: true
    column 'post_code', chars(5)
    column 'street', varchar(255)
    column 'born', date
    column 'created_at', timestamp, nullable: false
    column 'email', varchar(255)
    column 'first_name', varchar(40), nullable: false
    column 'last_name', varchar(60), nullable: false, comment: 'The family\'s'
    column 'token', binary(16)
    column 'version', integer, nullable: false
    primaryKey 'id', name: 'pk_person'
    unique 'token', name: 'by_token'
    unique 'first_name', 'last_name', name: 'one_name'
    unique 'email', name: 'uq_person_email'
    unique 'last_name', 'born', name: 'uq_person_last_name_born'
    index desc('born'), 'last_name', name: 'ix_person_born_last_name'
}
