revision 'c5179a2e406b', down: 'b406891d3f5a', message: 'without them'

upgrade {
    on('h2', 'postgresql') { alterSequence 'invoice_number', increment: 1 }
    dropView 'open_invoice'
    dropSequence 'invoice_number'
}
