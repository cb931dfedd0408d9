revision 'd628ab3f517c', message: 'rows'

upgrade {
    createTable('currency') {
        column 'code', chars(3), primaryKey: true
        column 'name', varchar(40), nullable: false
        column 'digits', smallint, nullable: false, default: 2
    }
    insert 'currency', [code: 'EUR', name: 'Euro'], [code: 'JPY', name: 'Yen']
    insert 'currency', csv: 'currencies.csv'
    update 'currency', [digits: 0], where: "code = 'JPY'"
    delete 'currency', where: "code = 'DEM'"
}

// The table is this revision's own, so its rows go with it.
downgrade {
    dropTable 'currency'
}
