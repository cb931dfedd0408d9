revision '07d4c2e9f6b5', down: 'b95e1c6a8f30', message: 'ISO codes instead of whatever people call their country'

// Customers have typed "Österreich", "austria" and "AT". Java knows them all;
// a script for a database's own client knows the countries that we ship to.
// (A server with locale C does not know that ö is a small Ö, hence both.)

upgrade {
    alterColumn 'address', 'country', nullable: true
    addColumn 'address', 'country_code', chars(2)

    data(offline: '''
            update address set country_code = case
                when lower(trim(country)) in ('de', 'germany', 'deutschland') then 'DE'
                when lower(trim(country)) in ('at', 'austria', 'österreich', 'Österreich') then 'AT'
                when lower(trim(country)) in ('ch', 'switzerland', 'schweiz', 'suisse') then 'CH'
                else 'ZZ'
            end''') { sql ->
        def codes = [:]
        Locale.getISOCountries().each { code ->
            codes[code.toLowerCase(Locale.ROOT)] = code
            [Locale.ENGLISH, Locale.GERMAN, Locale.FRENCH].each { language ->
                codes[new Locale('', code).getDisplayCountry(language).toLowerCase(Locale.ROOT)] = code
            }
        }
        sql.rows('select distinct country from address').each { row ->
            def code = codes.getOrDefault(row.country.trim().toLowerCase(Locale.ROOT), 'ZZ')
            sql.executeUpdate 'update address set country_code = ? where country = ?', [code, row.country]
        }
    }

    alterColumn 'address', 'country_code', nullable: false
    dropColumn 'address', 'country'
}

// Written out: nothing but us knows how to come from the codes back to names.
downgrade {
    addColumn 'address', 'country', varchar(60)

    data(offline: '''
            update address set country = case
                when country_code = 'DE' then 'Germany'
                when country_code = 'AT' then 'Austria'
                when country_code = 'CH' then 'Switzerland'
                else 'unknown'
            end''') { sql ->
        sql.rows('select distinct country_code from address').each { row ->
            def known = row.country_code != 'ZZ'
            def name = known ? new Locale('', row.country_code).getDisplayCountry(Locale.ENGLISH) : 'unknown'
            sql.executeUpdate 'update address set country = ? where country_code = ?', [name, row.country_code]
        }
    }

    dropColumn 'address', 'country_code'
    alterColumn 'address', 'country', nullable: false
}
