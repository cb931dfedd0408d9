revision '1a', message: 'execute'

upgrade {
    execute postgresql: 'select 1'
    execute 'update t set a = :a', [b: 1]
    sqlFile 'missing.sql'
    insert 't', csv: 'missing.csv'
    data()
    execute 'rollback'
}
