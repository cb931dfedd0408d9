revision '6fb134c9ea05', down: '5ea023b8d9f4', message: 'passwords are forgotten'

upgrade {
    update 'login', [password: null], where: "password = 'secret'"
}

downgrade {
    irreversible 'forgotten passwords cannot be brought back'
}
