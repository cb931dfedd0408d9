revision 'b406891e3f5a', down: '92e467fc1d38', message: 'accounts have birthdays'

upgrade { addColumn 'account', 'birthday', date }
