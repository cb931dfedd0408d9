revision '1a', message: 'raw'

upgrade {
    execute 'create table raw_made (id int not null, label varchar(10))'
    alterColumn 'raw_made', 'label', type: text
    alterColumn 'raw_made', 'id', type: bigint, existing: [type: integer, nullable: false]
}
