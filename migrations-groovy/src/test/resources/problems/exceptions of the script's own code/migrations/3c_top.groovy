revision '3c', down: '2b', message: 'at the top'

println undefinedWord

upgrade {
}
