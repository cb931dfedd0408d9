revision '4d', down: '2b', message: 'rows'

upgrade {
    insert 'account', [email: 'a@b', emial: 'c']
    insert 'acount', [email: 'a@b']
}
