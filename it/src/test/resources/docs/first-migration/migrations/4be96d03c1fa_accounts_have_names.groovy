revision '4be96d03c1fa', down: '8c1f0a52e7d3', message: 'accounts have names'

upgrade {
    addColumn 'account', 'name', varchar(80), nullable: false, default: ''
}
