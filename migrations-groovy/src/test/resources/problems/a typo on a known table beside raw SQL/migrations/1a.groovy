revision '1a', message: 'raw'

upgrade {
    execute 'create table raw_made (id int not null, label varchar(10))'
    createTable('known') {
        column 'id', integer
    }
    addColumn 'raw_made', 'extra', integer
    createIndex 'raw_made', ['label']
    dropColumn 'raw_made', 'label'
    dropColumn 'knwon', 'id'
    dropColumn 'known', 'idd'
    dropTable 'raw_made'
}
