revision '4be96d03c1fb', down: '8c1f0a52e7d4', message: 'accounts have names'

upgrade {
    addColum 'account', 'name', varchar(80)
    renameColumn 'account', 'e_mail', to: 'email_address'
}
