revision 'b2c3d4e5f6a7', down: 'a1b2c3d4e5f6', message: 'first account'

upgrade {
    data { sql ->
        if (x.power == 'cut') {
            Runtime.runtime.halt(137)
        }
        sql.execute "insert into account (id, email) values (1, 'ada@example.com')"
    }
}
