package io.limbeck.schema;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SqlTextTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            age > 0                        | age > 0
            name <> 'name'                 | title <> 'name'
            NAME IS NOT NULL               | title IS NOT NULL
            lower(name) = name             | lower(title) = title
            name(1) > 0                    | name(1) > 0
            account.name > ''              | account.title > ''
            "name" > ''                    | title > ''
            "Name" > ''                    | "Name" > ''
            a /* name */ > name -- name    | a /* name */ > title -- name
            cast(a as name) > name         | cast(a as name) > title
            a::name > name                 | a::name > title
            name '2020-01-01' < name       | name '2020-01-01' < title
            names > my_name                | names > my_name
            """)
    void aColumnIsRenamedWhereItIsMeant(String sql, String renamed) {
        assertThat(SqlText.renaming(sql, column -> column.equals("name") ? "title" : column))
                .isEqualTo(renamed);
        assertThat(SqlText.names(sql, "name")).isEqualTo(!sql.equals(renamed));
    }
}
