revision '1a', message: 'data'

upgrade {
    createTable('t') {
        column 'id', integer
    }
    data { sql ->
        sql.execute 'insert into t values (1)'
    }
    data(offline: 'insert into t values (2)') { sql ->
        sql.execute 'insert into t values (2)'
    }
    data { sql -> }
}
