revision '1a', message: 'one'

upgarde {
    dropTable 'x'
}
