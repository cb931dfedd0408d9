package io.limbeck.it.parser;

import static org.assertj.core.api.Assertions.assertThat;

import io.limbeck.it.Gaps;
import io.limbeck.it.ShippedScripts;
import io.limbeck.kit.Proof;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Predicate;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

@DisplayName("An independent grammar")
class ParsedStatementsIT {

    /** Statements of a dialect in {@code parser/<dialect>.bad} are apart by such a line. */
    private static final String BETWEEN = "\n;\n";

    /** Scripts that other libraries ship, each with the number of its statements. */
    private static final Map<String, Integer> SHIPPED = new TreeMap<>(Map.of(
            "ORACLE org/quartz/impl/jdbcjobstore/tables_oracle.sql", 53,
            "ORACLE org/quartz/impl/jdbcjobstore/tables_oracle23.sql", 53,
            "ORACLE org/springframework/batch/core/schema-oracle.sql", 9,
            "ORACLE org/springframework/batch/core/schema-drop-oracle.sql", 9,
            "SQLSERVER org/springframework/batch/core/schema-sqlserver.sql", 9,
            "MYSQL org/quartz/impl/jdbcjobstore/tables_mysql_innodb.sql", 43,
            "MYSQL org/springframework/batch/core/schema-mysql.sql", 12,
            "POSTGRESQL org/quartz/impl/jdbcjobstore/tables_postgres.sql", 43,
            "POSTGRESQL org/springframework/batch/core/schema-postgresql.sql", 9));

    @ParameterizedTest
    @EnumSource
    @DisplayName(
            "takes every statement of the golden cases and of the shop, but for the known gaps, which are all still there")
    void takesEveryStatement(Judge judge) {
        Gaps gaps = Gaps.of("parser/" + judge.file() + ".gaps");
        List<Sources.Sending> sendings = Sources.sendings(judge.dialect());
        Map<String, String> statements = Sources.golden(sendings);
        Map<String, String> shop = Sources.shop(judge.dialect());
        assertThat(shop).hasSizeGreaterThan(100);
        shop.forEach(statements::putIfAbsent);
        assertThat(refused(judge, statements, gaps)).isEmpty();
        assertThat(gaps.unseen()).as("gaps that no longer are any").isEmpty();
        sendings.stream()
                .filter(sending -> isRead(judge, sending))
                .forEach(sending -> Proof.parsed(sending.dialect(), sending.golden(), judge.parser()));
        System.out.println(judge.file() + ": " + statements.size() + " statements read, "
                + count(statements, sql -> judge.complaint(sql).isPresent()) + " of them in known gaps; "
                + count(statements, sql -> !Judge.anyTakes(judge.dialect(), sql)) + " of "
                + judge.dialect() + " understood by no grammar");
    }

    private static boolean isRead(Judge judge, Sources.Sending sending) {
        return sending.isWhole()
                && sending.statements().stream()
                        .allMatch(sql -> judge.complaint(sql).isEmpty());
    }

    private static long count(Map<String, String> statements, Predicate<String> counted) {
        return statements.keySet().stream().filter(counted).count();
    }

    /** Statement by refused statement: where it comes from, what is said against it, and the whole of it. */
    private static List<String> refused(Judge judge, Map<String, String> statements, Gaps gaps) {
        List<String> refused = new ArrayList<>();
        new TreeMap<>(statements).forEach((sql, origin) -> {
            Optional<String> complaint = judge.complaint(sql);
            if (complaint.isPresent() && !gaps.explain(sql)) {
                refused.add(origin + ": " + complaint.get() + "\n" + sql + "\n");
            }
        });
        return refused;
    }

    @ParameterizedTest
    @EnumSource
    @DisplayName("refuses what is wrong, so that its taking a statement means something")
    void refusesBadStatements(Judge judge) {
        List<String> bad = List.of(
                ShippedScripts.read("parser/" + judge.dialect() + ".bad").split(BETWEEN));
        assertThat(bad).hasSizeGreaterThan(10);
        Gaps taken = Gaps.of("parser/" + judge.file() + ".taken");
        assertThat(bad.stream()
                        .filter(sql -> judge.complaint(sql.strip()).isEmpty())
                        .filter(sql -> !taken.explain(sql.strip())))
                .isEmpty();
        assertThat(taken.unseen())
                .as("wrong statements that are refused by now")
                .isEmpty();
    }

    @Test
    @DisplayName("takes each statement into which the scripts of other libraries are split")
    void takesShippedScripts() {
        Gaps gaps = Gaps.of("parser/shipped.gaps");
        List<String> refused = new ArrayList<>();
        SHIPPED.forEach((resource, statements) -> {
            Judge judge = Judge.valueOf(resource.substring(0, resource.indexOf(' ')));
            String file = resource.substring(resource.indexOf(' ') + 1);
            List<String> split = Sources.shipped(file, judge.dialect());
            split.stream()
                    .filter(sql -> judge.complaint(sql).isPresent() && !gaps.explain(sql))
                    .forEach(refused::add);
            assertThat(split).as(file).hasSize(statements);
        });
        assertThat(refused).isEmpty();
        assertThat(gaps.unseen()).as("gaps that no longer are any").isEmpty();
    }
}
