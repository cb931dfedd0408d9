repeatable 'names'

upgrade {
    update 'account', [name: '$name \\ &name :name $(name)'], where: 'id = 2'
}
