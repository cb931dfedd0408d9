package io.limbeck.it;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.limbeck.Configuration;
import io.limbeck.Limbeck;
import io.limbeck.it.catalogue.Catalogue;
import java.nio.file.Path;
import java.sql.SQLException;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

@DisplayName("Cleaning")
class CleanIT {

    private static final Path SHOP = Path.of("shop/src/main/db");

    @ParameterizedTest
    @EnumSource
    @DisplayName("drops everything, but only where it is allowed")
    void everything(Databases kind) throws Exception {
        try (TestDatabase database = kind.fresh()) {
            String empty = catalogue(database);
            shop(database).load().upgrade();
            String full = catalogue(database);
            assertThatThrownBy(() -> shop(database).load().clean())
                    .hasMessageContaining("<cleanEnabled>true</cleanEnabled>");
            assertThat(catalogue(database)).isEqualTo(full);

            assertThat(shop(database).cleanEnabled(true).load().clean().dropped())
                    .isNotEmpty();
            assertThat(catalogue(database)).isEqualTo(empty);
            assertThat(shop(database).cleanEnabled(true).load().clean().dropped())
                    .isEmpty();

            shop(database).load().upgrade();
            assertThat(catalogue(database)).isEqualTo(full);
        }
    }

    private static Configuration shop(TestDatabase database) {
        return Limbeck.configure()
                .directory(SHOP)
                .url(database.url())
                .username(database.username())
                .password(database.password());
    }

    private static String catalogue(TestDatabase database) throws SQLException {
        try (var connection = database.connect()) {
            return Catalogue.of(connection).text();
        }
    }
}
