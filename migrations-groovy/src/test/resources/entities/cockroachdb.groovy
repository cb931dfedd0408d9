sequence 'account_number', start: 1000, increment: 20

table('account') {
    column 'id', bigint, nullable: false
    column 'balance', decimal(12, 2), nullable: false
    column 'digest', type('bytes')
    column 'former', smallint
    column 'height', real, nullable: false
    column 'letter', chars(1), nullable: false
    column 'level', smallint, nullable: false
    column 'notes', type('string')
    column 'opens', time(6)
    column 'photo', type('bytes')
    column 'rank', smallint, nullable: false
    column 'seen', timestamptz(6)
    column 'state', varchar(255)
    column 'updated', timestamp(6)
    column 'visits', integer
    column 'weight', doublePrecision, nullable: false
    column 'deputy', bigint
    column 'owner_id', bigint, nullable: false
    column 'parent_id', bigint
    primaryKey 'id', name: 'pk_account'
    unique 'parent_id', name: 'uq_account_parent_id'
    foreignKey 'deputy', references: 'person(id)', name: 'deputy_is_a_person'
    foreignKey 'owner_id', references: 'person(id)', name: 'fk_account_owner_id_person', onDelete: 'cascade'
    foreignKey 'parent_id', references: 'account(id)', name: 'fk_account_parent_id_account'
    check 'former between 0 and 1', name: 'ck_account_former'
    check 'state in (\'OPEN\',\'CLOSED\')', name: 'ck_account_state'
    check 'balance >= 0', name: 'in_the_black'
}

table('account_person') {
    column 'account_id', bigint, nullable: false
    column 'readers_id', bigint, nullable: false
    primaryKey 'account_id', 'readers_id', name: 'pk_account_person'
    foreignKey 'account_id', references: 'account(id)', name: 'fk_account_person_account_id_account'
    foreignKey 'readers_id', references: 'person(id)', name: 'fk_account_person_readers_id_person'
}

table('account_tags') {
    column 'account_id', bigint, nullable: false
    column 'tags', varchar(255)
    foreignKey 'account_id', references: 'account(id)', name: 'fk_account_tags_account_id_account'
}

table('person', comment: 'Whoever may own something') {
    column 'id', bigint, identity: true
    column 'active', bool, nullable: false, default: true
    column 'post_code', chars(5)
    column 'street', varchar(255)
    column 'born', date
    column 'created_at', timestamptz(6), nullable: false
    column 'email', varchar(255)
    column 'first_name', varchar(40), nullable: false
    column 'last_name', varchar(60), nullable: false, comment: 'The family\'s'
    column 'token', uuid
    column 'version', integer, nullable: false
    primaryKey 'id', name: 'pk_person'
    unique 'token', name: 'by_token'
    unique 'first_name', 'last_name', name: 'one_name'
    unique 'email', name: 'uq_person_email'
    unique 'last_name', 'born', name: 'uq_person_last_name_born'
    index desc('born'), 'last_name', name: 'ix_person_born_last_name'
}
