revision '4be96d03c1fc', down: '8c1f0a52e7d5', message: 'one account an address'

upgrade {
    addColumn 'account', 'name', varchar(80)
    addUnique 'account', 'email'
}
