package io.limbeck.plan;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("A statement that begins or ends a transaction")
class TransactionWordsTest {

    @ParameterizedTest(name = "{0}: {1}")
    @DisplayName("is left out, refused or sent")
    @CsvSource(delimiter = '|', textBlock = """
            BEGIN                                                             | left out
            begin work                                                        | left out
            Begin Transaction                                                 | left out
            begin tran                                                        | left out
            COMMIT TRAN                                                       | left out
            BEGIN ISOLATION LEVEL SERIALIZABLE                                | left out
            BEGIN TRANSACTION ISOLATION LEVEL READ COMMITTED, READ WRITE      | left out
            BEGIN ISOLATION  LEVEL repeatable read READ ONLY, NOT DEFERRABLE  | left out
            START TRANSACTION                                                 | left out
            START TRANSACTION READ WRITE                                      | left out
            START TRANSACTION ISOLATION LEVEL READ UNCOMMITTED                | left out
            COMMIT                                                            | left out
            commit work                                                       | left out
            COMMIT TRANSACTION AND NO CHAIN                                   | left out
            END                                                               | left out
            end transaction                                                   | left out
            COMMIT AND CHAIN                                                  | chained
            commit work and  chain                                            | chained
            END AND CHAIN                                                     | chained
            ROLLBACK                                                          | rolled back
            rollback work                                                     | rolled back
            ROLLBACK TRANSACTION AND CHAIN                                    | rolled back
            ROLLBACK AND NO CHAIN                                             | rolled back
            ABORT                                                             | rolled back
            abort work                                                        | rolled back
            SAVEPOINT halfway                                                 | sent
            ROLLBACK TO halfway                                               | sent
            ROLLBACK WORK TO SAVEPOINT halfway                                | sent
            RELEASE SAVEPOINT halfway                                         | sent
            COMMIT PREPARED 'one'                                             | sent
            SET TRANSACTION ISOLATION LEVEL SERIALIZABLE                      | sent
            BEGIN ATOMIC SELECT 1; END                                        | sent
            BEGIN DELETE FROM cart                                            | sent
            END IF                                                            | sent
            END LOOP                                                          | sent
            start                                                             | sent
            commitment                                                        | sent
            """)
    void isTold(String sql, String what) {
        String told = TransactionWords.frames(sql)
                ? "left out"
                : TransactionWords.chains(sql) ? "chained" : TransactionWords.rollsBack(sql) ? "rolled back" : "sent";
        assertThat(told).isEqualTo(what);
    }
}
