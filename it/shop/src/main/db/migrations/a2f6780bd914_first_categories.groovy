revision 'a2f6780bd914', down: '5d90af3c18e7', message: 'the categories the shop opens with'

upgrade {
    insert 'category',
        [slug: 'kitchen', name: 'Kitchen'],
        [slug: 'knives', name: 'Knives'],
        [slug: 'pots-and-pans', name: 'Pots & pans'],
        [slug: 'garden', name: 'Garden'],
        [slug: 'gardeners-gifts', name: "Gardener's gifts"]

    // ids are given out by the database, so parents are found by their slug; MySQL reads the table it updates only as a
    // derived one
    [kitchen: ['knives', 'pots-and-pans'], garden: ['gardeners-gifts']].each { parent, children ->
        def slugs = children.collect { "'$it'" }.join(', ')
        execute "update category set parent_id = (select id from (select id, slug from category) known where slug = '$parent') where slug in ($slugs)",
            reverse: "update category set parent_id = null where slug in ($slugs)"
    }
}
