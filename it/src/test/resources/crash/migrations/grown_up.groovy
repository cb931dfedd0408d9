repeatable 'grown_up'

upgrade {
    update 'person', [name: 'Eve'], where: 'id = 5'
    execute "update person set name = 'Eve of old' where id = 5 and birthday is null"
}
