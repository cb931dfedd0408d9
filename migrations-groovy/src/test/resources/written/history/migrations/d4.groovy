revision 'd4', down: ['b2', 'c3'], message: 'merge'

upgrade {
}
