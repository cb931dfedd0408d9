revision '1a6cef7395b0', down: '095bde6284af', message: 'fill initials'

upgrade {
    data(offline: 'update person set initials = substr(name, 1, 1)') { sql ->
        sql.rows('select id, name from person').each { row ->
            def initials = row.name.split(' ').collect { it[0] }.join()
            sql.executeUpdate 'update person set initials = ? where id = ?', [initials, row.id]
        }
    }
}

downgrade {
    execute 'update person set initials = null'
}
