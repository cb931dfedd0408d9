revision 'a3f5780d2e49', down: '92e467fc1d38', message: 'accounts have names'

upgrade { addColumn 'account', 'name', varchar(80) }
