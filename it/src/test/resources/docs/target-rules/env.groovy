configure {
    target schema('schema.groovy')

    // what other tools look after takes no part
    includeName { name, kind, table -> !name.startsWith('qrtz_') }
    includeObject { object, name, kind, reflected, counterpart -> kind != 'index' || counterpart != null }

    // true where they differ, false where they do not, null to leave it to Limbeck
    compareType { table, from, to -> from.name() == 'mail' ? false : null }
    compareDefault false

    // the operations before they are written
    rewrite { operations -> operations.findAll { !it.script().startsWith('dropTable') } }

    naming unique: 'un_{table}_{columns}'
}
