-- upgrade from base to e5, for oracle
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
    SELECT COUNT(*) INTO due FROM dual WHERE (SELECT COUNT(*) FROM db_version) = 0;
    IF due = 0 THEN
        RAISE_APPLICATION_ERROR(-20000, 'this script starts from base, but db_version stands elsewhere');
    END IF;
END;
/
COMMIT
/

-- apply a1: create account
INSERT INTO db_version (revision, message, script, checksum, applied_at, applied_by, duration_ms, statements, statements_done, status, journal) VALUES ('a1', 'create account', 'a1.groovy', '1:09cfac9751b01c99ea6d3c79131a3f5cdd4a9fd0bef6f1e06d5a57c631d05d62~6b95f251', CURRENT_TIMESTAMP, USER, NULL, 3, 0, 'running', '>bcd8')
/
COMMIT
/
CREATE TABLE account (
    id NUMBER(10) NOT NULL,
    name VARCHAR2(40 CHAR),
    created TIMESTAMP DEFAULT CURRENT_TIMESTAMP,
    CONSTRAINT pk_account PRIMARY KEY (id)
)
/
UPDATE db_version SET statements_done = 1, journal = 'd66fb85b5dde bcd8' WHERE revision = 'a1'
/
COMMIT
/
INSERT INTO account (id, name) VALUES (1, 'Müller; it''s -- me')
/
UPDATE db_version SET statements_done = 2, journal = 'ec34066902de bcd8 4b7b' WHERE revision = 'a1'
/
COMMIT
/
INSERT INTO account (id, name) VALUES (2, 'two' || CHR(10) || 'lines')
/
UPDATE db_version SET status = 'applied', journal = NULL, statements_done = 3 WHERE revision = 'a1'
/
COMMIT
/

-- apply b2: it's Übergröße
INSERT INTO db_version (revision, message, script, checksum, applied_at, applied_by, duration_ms, statements, statements_done, status) VALUES ('b2', 'it''s Übergröße', 'b2.sql', '1:1ef2243bd9a3313ec83fe26ef1438a154202c90304758a584999323f2d5601b2~b05fd834', CURRENT_TIMESTAMP, USER, NULL, 2, 0, 'running')
/
COMMIT
/
insert into account (id, name) values (3, 'a;b')
/
UPDATE db_version SET statements_done = 1, journal = 'b0dcfaa64e67 73cb' WHERE revision = 'b2'
/
COMMIT
/
update account set name = 'c' /* it's; */ where id = 3
/
UPDATE db_version SET status = 'applied', journal = NULL, statements_done = 2 WHERE revision = 'b2'
/
COMMIT
/

-- apply c3: long long long long long long long long long long long long long long long long long long long long…
INSERT INTO db_version (revision, message, script, checksum, applied_at, applied_by, duration_ms, statements, statements_done, status) VALUES ('c3', 'long long long long long long long long long long long long long long long long long long long long long long long long long', 'c3.groovy', '1:d92906b5796dfa9b21ceaec8697ef8eb27b5a98b1148b82f8ea129607cd2f8fe~ed19e4d8', CURRENT_TIMESTAMP, USER, NULL, 3, 0, 'running')
/
COMMIT
/
UPDATE db_version SET journal = '>88e8' WHERE revision = 'c3'
/
update account set name = upper(name)
/
UPDATE db_version SET statements_done = 1, journal = '98c80f26b253 88e8' WHERE revision = 'c3'
/
COMMIT
/
INSERT INTO account (id, name) VALUES (7, 'sieben')
/
INSERT INTO account (id, name) VALUES (8, NULL)
/
UPDATE db_version SET statements_done = 2, journal = '942bf6921606 88e8 3374' WHERE revision = 'c3'
/
COMMIT
/
update account set name = 'it''s' where id = 1
/
UPDATE db_version SET status = 'applied', journal = NULL, statements_done = 3 WHERE revision = 'c3'
/
COMMIT
/

-- apply d4: merge
INSERT INTO db_version (revision, message, script, checksum, applied_at, applied_by, duration_ms, statements, statements_done, status) VALUES ('d4', 'merge', 'd4.groovy', '1:ffbafcad06d928553982e180af693d4c5004d07b944841978331ee4add9d4229~35efb686', CURRENT_TIMESTAMP, USER, NULL, 0, 0, 'applied')
/
COMMIT
/

-- apply e5: a body of its own
INSERT INTO db_version (revision, message, script, checksum, applied_at, applied_by, duration_ms, statements, statements_done, status, journal) VALUES ('e5', 'a body of its own', 'e5.groovy', '1:f3bacc16061084508eeeb6c848410244ceecd364b703b55e4688647c0b084009~fb255b31', CURRENT_TIMESTAMP, USER, NULL, 2, 0, 'running', '>0315')
/
COMMIT
/
create view shout as select upper(name) as name from account
/
UPDATE db_version SET statements_done = 1, journal = '23f8dacd6f78 0315 >b44e' WHERE revision = 'e5'
/
COMMIT
/
CREATE INDEX ix_account_name ON account (name) ONLINE
/
UPDATE db_version SET status = 'applied', journal = NULL, statements_done = 2 WHERE revision = 'e5'
/
COMMIT
/

-- apply repeatable:names
INSERT INTO db_version (revision, message, script, checksum, applied_at, applied_by, duration_ms, statements, statements_done, status) VALUES ('repeatable:names', '', 'r.groovy', '1:dca89c9baebe0d4dd6abfe355b0ba85698a3bb9241e12060ec9d00bdde05c14b', CURRENT_TIMESTAMP, USER, NULL, 1, 0, 'running')
/
COMMIT
/
UPDATE account SET name = '$name \ &name :name $(name)' WHERE id = 2
/
UPDATE db_version SET status = 'applied', journal = NULL, statements_done = 1 WHERE revision = 'repeatable:names'
/
COMMIT
/
EXIT SUCCESS
