-- upgrade from base to e5, for db2; what a database has already is left out
-- run with: DB2CODEPAGE=1208 db2 +c -s -tvf FILE || db2 ROLLBACK
UPDATE COMMAND OPTIONS USING C OFF S ON;
CREATE TABLE IF NOT EXISTS db_version (
    revision VARCHAR(128) NOT NULL,
    message VARCHAR(500),
    script VARCHAR(500),
    checksum VARCHAR(128),
    applied_at TIMESTAMP NOT NULL,
    applied_by VARCHAR(128),
    duration_ms BIGINT,
    statements INTEGER NOT NULL,
    statements_done INTEGER NOT NULL,
    status VARCHAR(16) NOT NULL,
    journal VARCHAR(500),
    CONSTRAINT pk_db_version PRIMARY KEY (revision)
);
COMMIT;
ALTER TABLE db_version VOLATILE CARDINALITY;
COMMIT;

-- stop here unless the database stands where this script starts
--#SET TERMINATOR @
BEGIN
    IF NOT ((SELECT COUNT(*) FROM db_version WHERE status <> 'applied') = 0) THEN
        SIGNAL SQLSTATE '75000' SET MESSAGE_TEXT = 'this script starts from whole revisions, but db_version stands elsewhere';
    END IF;
END@
--#SET TERMINATOR ;
COMMIT;

-- apply a1: create account
--#SET TERMINATOR @
BEGIN
    IF NOT EXISTS (SELECT 1 FROM db_version WHERE revision = 'a1') THEN
        EXECUTE IMMEDIATE 'CREATE TABLE account (' || CHR(10) ||
        '    id INTEGER NOT NULL,' || CHR(10) ||
        '    name VARCHAR(40),' || CHR(10) ||
        '    created TIMESTAMP DEFAULT CURRENT_TIMESTAMP,' || CHR(10) ||
        '    CONSTRAINT pk_account PRIMARY KEY (id)' || CHR(10) ||
        ')';
        EXECUTE IMMEDIATE 'INSERT INTO account (id, name) VALUES' || CHR(10) ||
        '    (1, ''Müller; it''''s -- me''),' || CHR(10) ||
        '    (2, ''two'' || CHR(10) || ''lines'')';
        EXECUTE IMMEDIATE 'INSERT INTO db_version (revision, message, script, checksum, applied_at, applied_by, duration_ms, statements, statements_done, status) VALUES (''a1'', ''create account'', ''a1.groovy'', ''1:09cfac9751b01c99ea6d3c79131a3f5cdd4a9fd0bef6f1e06d5a57c631d05d62~6b95f251'', CURRENT_TIMESTAMP, CURRENT_USER, NULL, 2, 2, ''applied'')';
    END IF;
END@
--#SET TERMINATOR ;
COMMIT;

-- apply b2: it's Übergröße
--#SET TERMINATOR @
BEGIN
    IF NOT EXISTS (SELECT 1 FROM db_version WHERE revision = 'b2') THEN
        EXECUTE IMMEDIATE 'insert into account (id, name) values (3, ''a;b'')';
        EXECUTE IMMEDIATE 'update account set name = ''c'' /* it''s; */ where id = 3';
        EXECUTE IMMEDIATE 'INSERT INTO db_version (revision, message, script, checksum, applied_at, applied_by, duration_ms, statements, statements_done, status) VALUES (''b2'', ''it''''s Übergröße'', ''b2.sql'', ''1:1ef2243bd9a3313ec83fe26ef1438a154202c90304758a584999323f2d5601b2~b05fd834'', CURRENT_TIMESTAMP, CURRENT_USER, NULL, 2, 2, ''applied'')';
    END IF;
END@
--#SET TERMINATOR ;
COMMIT;

-- apply c3: long long long long long long long long long long long long long long long long long long long long…
--#SET TERMINATOR @
BEGIN
    IF NOT EXISTS (SELECT 1 FROM db_version WHERE revision = 'c3') THEN
        EXECUTE IMMEDIATE 'update account set name = upper(name)';
        EXECUTE IMMEDIATE 'INSERT INTO account (id, name) VALUES' || CHR(10) ||
        '    (7, ''sieben''),' || CHR(10) ||
        '    (8, NULL)';
        EXECUTE IMMEDIATE 'update account set name = ''it''''s'' where id = 1';
        EXECUTE IMMEDIATE 'INSERT INTO db_version (revision, message, script, checksum, applied_at, applied_by, duration_ms, statements, statements_done, status) VALUES (''c3'', ''long long long long long long long long long long long long long long long long long long long long long long long long long'', ''c3.groovy'', ''1:d92906b5796dfa9b21ceaec8697ef8eb27b5a98b1148b82f8ea129607cd2f8fe~ed19e4d8'', CURRENT_TIMESTAMP, CURRENT_USER, NULL, 3, 3, ''applied'')';
    END IF;
END@
--#SET TERMINATOR ;
COMMIT;

-- apply d4: merge
--#SET TERMINATOR @
BEGIN
    IF NOT EXISTS (SELECT 1 FROM db_version WHERE revision = 'd4') THEN
        EXECUTE IMMEDIATE 'INSERT INTO db_version (revision, message, script, checksum, applied_at, applied_by, duration_ms, statements, statements_done, status) VALUES (''d4'', ''merge'', ''d4.groovy'', ''1:ffbafcad06d928553982e180af693d4c5004d07b944841978331ee4add9d4229~35efb686'', CURRENT_TIMESTAMP, CURRENT_USER, NULL, 0, 0, ''applied'')';
    END IF;
END@
--#SET TERMINATOR ;
COMMIT;

-- apply e5: a body of its own
--#SET TERMINATOR @
BEGIN
    IF NOT EXISTS (SELECT 1 FROM db_version WHERE revision = 'e5') THEN
        EXECUTE IMMEDIATE 'create view shout as select upper(name) as name from account';
        EXECUTE IMMEDIATE 'CREATE INDEX ix_account_name ON account (name)';
        EXECUTE IMMEDIATE 'INSERT INTO db_version (revision, message, script, checksum, applied_at, applied_by, duration_ms, statements, statements_done, status) VALUES (''e5'', ''a body of its own'', ''e5.groovy'', ''1:f3bacc16061084508eeeb6c848410244ceecd364b703b55e4688647c0b084009~fb255b31'', CURRENT_TIMESTAMP, CURRENT_USER, NULL, 2, 2, ''applied'')';
    END IF;
END@
--#SET TERMINATOR ;
COMMIT;

-- apply repeatable:names
--#SET TERMINATOR @
BEGIN
    IF NOT EXISTS (SELECT 1 FROM db_version WHERE revision = 'repeatable:names' AND checksum = '1:dca89c9baebe0d4dd6abfe355b0ba85698a3bb9241e12060ec9d00bdde05c14b') THEN
        EXECUTE IMMEDIATE 'DELETE FROM db_version WHERE revision = ''repeatable:names''';
        EXECUTE IMMEDIATE 'UPDATE account SET name = ''$name \ &name :name $(name)'' WHERE id = 2';
        EXECUTE IMMEDIATE 'INSERT INTO db_version (revision, message, script, checksum, applied_at, applied_by, duration_ms, statements, statements_done, status) VALUES (''repeatable:names'', '''', ''r.groovy'', ''1:dca89c9baebe0d4dd6abfe355b0ba85698a3bb9241e12060ec9d00bdde05c14b'', CURRENT_TIMESTAMP, CURRENT_USER, NULL, 1, 1, ''applied'')';
    END IF;
END@
--#SET TERMINATOR ;
COMMIT;
