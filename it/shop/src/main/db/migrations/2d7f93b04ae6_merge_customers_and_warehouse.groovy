revision '2d7f93b04ae6', down: ['18ab5f7c40e3', '6c2e8d5f019a'], message: 'merge the work on customers and on the warehouse'

upgrade {
}
