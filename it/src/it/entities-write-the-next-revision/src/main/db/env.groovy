configure {
    target entities(x.packages ?: 'com.acme.shop.model')
}
