revision '2b', down: '1a', message: 'throws too'

def quotient(int a, int b) {
    return a.intdiv(b)
}

upgrade {
    dropTable 'not_there'
    quotient(1, 0)
    dropTable 'never_reached'
}
