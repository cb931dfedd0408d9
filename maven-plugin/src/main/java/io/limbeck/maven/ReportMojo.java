package io.limbeck.maven;

import io.limbeck.MigrationReport;
import java.util.List;
import java.util.Map;

/** A goal that moves a database, or each of several, from one revision to another. */
abstract class ReportMojo extends EachMojo<MigrationReport> {

    @Override
    final Need need() {
        return Need.DATABASE;
    }

    @Override
    final List<String> lines(MigrationReport report) {
        return List.of(Reports.sentence(report));
    }

    @Override
    final Map<String, Object> document(MigrationReport report) {
        return Documents.report(goal(), reached().shown(), report);
    }

    @Override
    final boolean isQuiet(MigrationReport report) {
        return report.isEmpty();
    }
}
