revision '1a', message: 'one'

upgrade {
}
