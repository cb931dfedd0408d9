package io.limbeck.operation;

import io.limbeck.error.LimbeckException;
import io.limbeck.error.Place;
import io.limbeck.error.Problem;
import io.limbeck.sql.RowReader;
import io.limbeck.sql.RowSource;
import io.limbeck.type.Literal;
import java.util.List;

/** Some columns of a file's rows, by which rows of a table are found. */
record KeyRows(RowSource source, List<String> columns) implements RowSource {

    @Override
    public String name() {
        return source.name();
    }

    @Override
    public RowReader open() {
        return new Reader(source.open());
    }

    private final class Reader implements RowReader {

        private final RowReader row;
        /** Where the file has each column. */
        private final int[] places =
                columns.stream().mapToInt(source.columns()::indexOf).toArray();

        Reader(RowReader row) {
            this.row = row;
        }

        @Override
        public boolean next() {
            boolean more = row.next();
            for (int i = 0; more && i < places.length; i++) {
                if (isNull(i)) {
                    throw LimbeckException.migration(Problem.at(
                            new Place(name(), line(), 0, ""),
                            "wrong-value",
                            "this row has no '" + columns.get(i) + "' to find it by",
                            "Say with 'by:' which columns find each row."));
                }
            }
            return more;
        }

        @Override
        public int line() {
            return row.line();
        }

        @Override
        public int cells() {
            return places.length;
        }

        @Override
        public byte[] bytes() {
            return row.bytes();
        }

        @Override
        public int from() {
            return row.from();
        }

        @Override
        public int to() {
            return row.to();
        }

        @Override
        public boolean isStandard() {
            return false;
        }

        @Override
        public int from(int cell) {
            return row.from(places[cell]);
        }

        @Override
        public int to(int cell) {
            return row.to(places[cell]);
        }

        @Override
        public boolean isNull(int cell) {
            return row.isNull(places[cell]);
        }

        @Override
        public boolean isUsual(int cell) {
            return row.isUsual(places[cell]);
        }

        @Override
        public Literal value(int cell) {
            return row.value(places[cell]);
        }

        @Override
        public void close() {
            row.close();
        }
    }
}
