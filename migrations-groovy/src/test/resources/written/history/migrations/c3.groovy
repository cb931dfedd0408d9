revision 'c3', down: 'a1', message: 'long long long long long long long long long long long long long long long long long long long long long long long long long'

upgrade {
    data(offline: 'update account set name = upper(name)',
            reverse: { sql -> }, reverseOffline: ["update account set name = 'x'"]) { sql ->
        sql.executeUpdate 'update account set name = upper(name)'
    }
    insert 'account', csv: 'more.csv'
    execute 'update account set name = :name where id = :id', [name: "it's", id: 1],
            reverse: "update account set name = 'x' where id = 1"
}
