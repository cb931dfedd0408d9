revision '4d9f12a7c8e3', message: 'for some databases only'

def words = ['small', 'medium', 'large']

upgrade {
    createTable('size') {
        column 'id', smallint, primaryKey: true
        column 'word', varchar(10), nullable: false
    }
    words.eachWithIndex { word, i ->
        insert 'size', [id: i + 1, word: word]
    }
    on('postgresql') {
        autocommit {
            createIndex 'size', 'word', concurrently: true
        }
    }
}
