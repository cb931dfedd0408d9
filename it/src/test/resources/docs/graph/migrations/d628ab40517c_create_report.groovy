revision 'd628ab40517c', message: 'create report', labels: 'reporting', dependsOn: 'b406891e3f5a'

upgrade {
    createView 'birthday', 'select id, birthday from account where birthday is not null'
}
