revision '2b', down: '1a', message: 'owner'

upgrade {
    addColumn 'account', 'owner', varchar(20)
    execute 'create table log (id integer)', reverse: 'drop table log'
}
