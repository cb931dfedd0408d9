-- stamp from base to e5, for oracle; what a database has already is left out
-- run with: NLS_LANG=.AL32UTF8 sqlplus -S -L USER@SERVICE @FILE < /dev/null
WHENEVER OSERROR EXIT FAILURE ROLLBACK
WHENEVER SQLERROR EXIT FAILURE ROLLBACK
SET AUTOCOMMIT OFF
SET DEFINE OFF
SET SQLBLANKLINES ON
SET BLOCKTERMINATOR OFF
SET SQLTERMINATOR OFF
BEGIN
    EXECUTE IMMEDIATE 'CREATE TABLE db_version (
    revision VARCHAR2(128 CHAR) NOT NULL,
    message NVARCHAR2(500),
    script NVARCHAR2(500),
    checksum VARCHAR2(128 CHAR),
    applied_at TIMESTAMP NOT NULL,
    applied_by VARCHAR2(128 CHAR),
    duration_ms NUMBER(19),
    statements NUMBER(10) NOT NULL,
    statements_done NUMBER(10) NOT NULL,
    status VARCHAR2(16 CHAR) NOT NULL,
    journal VARCHAR2(500 CHAR),
    CONSTRAINT pk_db_version PRIMARY KEY (revision)
)';
EXCEPTION
    WHEN OTHERS THEN
        IF SQLCODE NOT IN (-955, -1430, -2260, -2261, -2264, -2275) THEN
            RAISE;
        END IF;
END;
/
COMMIT
/

-- stop here unless the database stands where this script starts
DECLARE
    due INTEGER;
BEGIN
    SELECT COUNT(*) INTO due FROM dual WHERE (SELECT COUNT(*) FROM db_version WHERE status <> 'applied') = 0;
    IF due = 0 THEN
        RAISE_APPLICATION_ERROR(-20000, 'this script starts from whole revisions, but db_version stands elsewhere');
    END IF;
END;
/
COMMIT
/

-- stamp e5
DECLARE
    due INTEGER;
BEGIN
    SELECT COUNT(*) INTO due FROM dual WHERE NOT EXISTS (SELECT 1 FROM db_version WHERE revision = 'a1');
    IF due = 1 THEN
        EXECUTE IMMEDIATE 'INSERT INTO db_version (revision, message, script, checksum, applied_at, applied_by, duration_ms, statements, statements_done, status) VALUES (''a1'', ''create account'', ''a1.groovy'', ''1:09cfac9751b01c99ea6d3c79131a3f5cdd4a9fd0bef6f1e06d5a57c631d05d62~6b95f251'', CURRENT_TIMESTAMP, USER, NULL, 0, 0, ''applied'')';
        EXECUTE IMMEDIATE 'COMMIT';
    END IF;
    SELECT COUNT(*) INTO due FROM dual WHERE NOT EXISTS (SELECT 1 FROM db_version WHERE revision = 'b2');
    IF due = 1 THEN
        EXECUTE IMMEDIATE 'INSERT INTO db_version (revision, message, script, checksum, applied_at, applied_by, duration_ms, statements, statements_done, status) VALUES (''b2'', ''it''''s Übergröße'', ''b2.sql'', ''1:1ef2243bd9a3313ec83fe26ef1438a154202c90304758a584999323f2d5601b2~b05fd834'', CURRENT_TIMESTAMP, USER, NULL, 0, 0, ''applied'')';
        EXECUTE IMMEDIATE 'COMMIT';
    END IF;
    SELECT COUNT(*) INTO due FROM dual WHERE NOT EXISTS (SELECT 1 FROM db_version WHERE revision = 'c3');
    IF due = 1 THEN
        EXECUTE IMMEDIATE 'INSERT INTO db_version (revision, message, script, checksum, applied_at, applied_by, duration_ms, statements, statements_done, status) VALUES (''c3'', ''long long long long long long long long long long long long long long long long long long long long long long long long long'', ''c3.groovy'', ''1:d92906b5796dfa9b21ceaec8697ef8eb27b5a98b1148b82f8ea129607cd2f8fe~ed19e4d8'', CURRENT_TIMESTAMP, USER, NULL, 0, 0, ''applied'')';
        EXECUTE IMMEDIATE 'COMMIT';
    END IF;
    SELECT COUNT(*) INTO due FROM dual WHERE NOT EXISTS (SELECT 1 FROM db_version WHERE revision = 'd4');
    IF due = 1 THEN
        EXECUTE IMMEDIATE 'INSERT INTO db_version (revision, message, script, checksum, applied_at, applied_by, duration_ms, statements, statements_done, status) VALUES (''d4'', ''merge'', ''d4.groovy'', ''1:ffbafcad06d928553982e180af693d4c5004d07b944841978331ee4add9d4229~35efb686'', CURRENT_TIMESTAMP, USER, NULL, 0, 0, ''applied'')';
        EXECUTE IMMEDIATE 'COMMIT';
    END IF;
    SELECT COUNT(*) INTO due FROM dual WHERE NOT EXISTS (SELECT 1 FROM db_version WHERE revision = 'e5');
    IF due = 1 THEN
        EXECUTE IMMEDIATE 'INSERT INTO db_version (revision, message, script, checksum, applied_at, applied_by, duration_ms, statements, statements_done, status) VALUES (''e5'', ''a body of its own'', ''e5.groovy'', ''1:f3bacc16061084508eeeb6c848410244ceecd364b703b55e4688647c0b084009~fb255b31'', CURRENT_TIMESTAMP, USER, NULL, 0, 0, ''applied'')';
        EXECUTE IMMEDIATE 'COMMIT';
    END IF;
END;
/
EXIT SUCCESS
