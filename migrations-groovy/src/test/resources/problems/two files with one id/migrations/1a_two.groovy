revision '1a', message: 'two'

upgrade {
}
