revision '2b', down: '1aa', message: 'two'

upgrade {
}
