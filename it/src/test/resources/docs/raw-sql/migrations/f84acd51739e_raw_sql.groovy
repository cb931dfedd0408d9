revision 'f84acd51739e', message: 'raw SQL'

upgrade {
    createTable('city') {
        column 'id', bigint, primaryKey: true
        column 'name', varchar(80), nullable: false
    }
    execute 'insert into city values (:id, :name)', [id: 1, name: "L'Aquila"]
    execute "update city set name = 'Aquila' where id = 1",
        reverse: "update city set name = 'L''Aquila' where id = 1"
    execute postgresql: 'create index ix_city_lower on city (lower(name))',
        otherwise: 'create index ix_city_lower on city (name)'
    sqlFile 'cities.sql'
}

downgrade {
    dropTable 'city'
}
