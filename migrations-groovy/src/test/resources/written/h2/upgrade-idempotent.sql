-- upgrade from base to e5, for h2; what a database has already is left out
-- run with: java -cp h2.jar org.h2.tools.RunScript -url URL -script FILE
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

-- apply a1: create account
EXECUTE IMMEDIATE CASE WHEN NOT EXISTS (SELECT 1 FROM db_version WHERE revision = 'a1')
THEN 'INSERT INTO db_version (revision, message, script, checksum, applied_at, applied_by, duration_ms, statements, statements_done, status, journal) VALUES (''a1'', ''create account'', ''a1.groovy'', ''1:09cfac9751b01c99ea6d3c79131a3f5cdd4a9fd0bef6f1e06d5a57c631d05d62~6b95f251'', CURRENT_TIMESTAMP, CURRENT_USER, NULL, 2, 0, ''running'', ''>d0b0'')'
ELSE 'SET @skipped TRUE' END;
EXECUTE IMMEDIATE CASE WHEN EXISTS (SELECT 1 FROM db_version WHERE revision = 'a1' AND status = 'running' AND statements_done = 0)
THEN 'CREATE TABLE account (
    id INTEGER NOT NULL,
    name VARCHAR(40),
    created TIMESTAMP DEFAULT CURRENT_TIMESTAMP,
    CONSTRAINT pk_account PRIMARY KEY (id)
)'
ELSE 'SET @skipped TRUE' END;
EXECUTE IMMEDIATE CASE WHEN EXISTS (SELECT 1 FROM db_version WHERE revision = 'a1' AND status = 'running' AND statements_done = 0)
THEN 'UPDATE db_version SET statements_done = 1, journal = ''9a2403636347 d0b0'' WHERE revision = ''a1'''
ELSE 'SET @skipped TRUE' END;
BEGIN;
EXECUTE IMMEDIATE CASE WHEN EXISTS (SELECT 1 FROM db_version WHERE revision = 'a1' AND status = 'running' AND statements_done = 1)
THEN 'INSERT INTO account (id, name) VALUES
    (1, ''Müller; it''''s -- me''),
    (2, ''two
lines'')'
ELSE 'SET @skipped TRUE' END;
EXECUTE IMMEDIATE CASE WHEN EXISTS (SELECT 1 FROM db_version WHERE revision = 'a1' AND status = 'running' AND statements_done = 1)
THEN 'UPDATE db_version SET status = ''applied'', journal = NULL, statements_done = 2 WHERE revision = ''a1'''
ELSE 'SET @skipped TRUE' END;
COMMIT;

-- apply b2: it's Übergröße
EXECUTE IMMEDIATE CASE WHEN NOT EXISTS (SELECT 1 FROM db_version WHERE revision = 'b2')
THEN 'INSERT INTO db_version (revision, message, script, checksum, applied_at, applied_by, duration_ms, statements, statements_done, status) VALUES (''b2'', ''it''''s Übergröße'', ''b2.sql'', ''1:1ef2243bd9a3313ec83fe26ef1438a154202c90304758a584999323f2d5601b2~b05fd834'', CURRENT_TIMESTAMP, CURRENT_USER, NULL, 2, 0, ''running'')'
ELSE 'SET @skipped TRUE' END;
BEGIN;
EXECUTE IMMEDIATE CASE WHEN EXISTS (SELECT 1 FROM db_version WHERE revision = 'b2' AND status = 'running' AND statements_done = 0)
THEN 'insert into account (id, name) values (3, ''a;b'')'
ELSE 'SET @skipped TRUE' END;
EXECUTE IMMEDIATE CASE WHEN EXISTS (SELECT 1 FROM db_version WHERE revision = 'b2' AND status = 'running' AND statements_done = 0)
THEN 'UPDATE db_version SET statements_done = 1, journal = ''b0dcfaa64e67 73cb'' WHERE revision = ''b2'''
ELSE 'SET @skipped TRUE' END;
COMMIT;
BEGIN;
EXECUTE IMMEDIATE CASE WHEN EXISTS (SELECT 1 FROM db_version WHERE revision = 'b2' AND status = 'running' AND statements_done = 1)
THEN 'update account set name = ''c'' /* it''s; */ where id = 3'
ELSE 'SET @skipped TRUE' END;
EXECUTE IMMEDIATE CASE WHEN EXISTS (SELECT 1 FROM db_version WHERE revision = 'b2' AND status = 'running' AND statements_done = 1)
THEN 'UPDATE db_version SET status = ''applied'', journal = NULL, statements_done = 2 WHERE revision = ''b2'''
ELSE 'SET @skipped TRUE' END;
COMMIT;

-- apply c3: long long long long long long long long long long long long long long long long long long long long…
EXECUTE IMMEDIATE CASE WHEN NOT EXISTS (SELECT 1 FROM db_version WHERE revision = 'c3')
THEN 'INSERT INTO db_version (revision, message, script, checksum, applied_at, applied_by, duration_ms, statements, statements_done, status) VALUES (''c3'', ''long long long long long long long long long long long long long long long long long long long long long long long long long'', ''c3.groovy'', ''1:d92906b5796dfa9b21ceaec8697ef8eb27b5a98b1148b82f8ea129607cd2f8fe~ed19e4d8'', CURRENT_TIMESTAMP, CURRENT_USER, NULL, 3, 0, ''running'')'
ELSE 'SET @skipped TRUE' END;
BEGIN;
EXECUTE IMMEDIATE CASE WHEN EXISTS (SELECT 1 FROM db_version WHERE revision = 'c3' AND status = 'running' AND statements_done = 0)
THEN 'UPDATE db_version SET journal = ''>88e8'' WHERE revision = ''c3'''
ELSE 'SET @skipped TRUE' END;
EXECUTE IMMEDIATE CASE WHEN EXISTS (SELECT 1 FROM db_version WHERE revision = 'c3' AND status = 'running' AND statements_done = 0)
THEN 'update account set name = upper(name)'
ELSE 'SET @skipped TRUE' END;
EXECUTE IMMEDIATE CASE WHEN EXISTS (SELECT 1 FROM db_version WHERE revision = 'c3' AND status = 'running' AND statements_done = 0)
THEN 'UPDATE db_version SET statements_done = 1, journal = ''98c80f26b253 88e8'' WHERE revision = ''c3'''
ELSE 'SET @skipped TRUE' END;
COMMIT;
BEGIN;
EXECUTE IMMEDIATE CASE WHEN EXISTS (SELECT 1 FROM db_version WHERE revision = 'c3' AND status = 'running' AND statements_done = 1)
THEN 'INSERT INTO account (id, name) VALUES
    (7, ''sieben''),
    (8, NULL)'
ELSE 'SET @skipped TRUE' END;
EXECUTE IMMEDIATE CASE WHEN EXISTS (SELECT 1 FROM db_version WHERE revision = 'c3' AND status = 'running' AND statements_done = 1)
THEN 'UPDATE db_version SET statements_done = 2, journal = ''942bf6921606 88e8 3374'' WHERE revision = ''c3'''
ELSE 'SET @skipped TRUE' END;
COMMIT;
BEGIN;
EXECUTE IMMEDIATE CASE WHEN EXISTS (SELECT 1 FROM db_version WHERE revision = 'c3' AND status = 'running' AND statements_done = 2)
THEN 'update account set name = ''it''''s'' where id = 1'
ELSE 'SET @skipped TRUE' END;
EXECUTE IMMEDIATE CASE WHEN EXISTS (SELECT 1 FROM db_version WHERE revision = 'c3' AND status = 'running' AND statements_done = 2)
THEN 'UPDATE db_version SET status = ''applied'', journal = NULL, statements_done = 3 WHERE revision = ''c3'''
ELSE 'SET @skipped TRUE' END;
COMMIT;

-- apply d4: merge
EXECUTE IMMEDIATE CASE WHEN NOT EXISTS (SELECT 1 FROM db_version WHERE revision = 'd4')
THEN 'INSERT INTO db_version (revision, message, script, checksum, applied_at, applied_by, duration_ms, statements, statements_done, status) VALUES (''d4'', ''merge'', ''d4.groovy'', ''1:ffbafcad06d928553982e180af693d4c5004d07b944841978331ee4add9d4229~35efb686'', CURRENT_TIMESTAMP, CURRENT_USER, NULL, 0, 0, ''applied'')'
ELSE 'SET @skipped TRUE' END;

-- apply e5: a body of its own
EXECUTE IMMEDIATE CASE WHEN NOT EXISTS (SELECT 1 FROM db_version WHERE revision = 'e5')
THEN 'INSERT INTO db_version (revision, message, script, checksum, applied_at, applied_by, duration_ms, statements, statements_done, status, journal) VALUES (''e5'', ''a body of its own'', ''e5.groovy'', ''1:f3bacc16061084508eeeb6c848410244ceecd364b703b55e4688647c0b084009~fb255b31'', CURRENT_TIMESTAMP, CURRENT_USER, NULL, 2, 0, ''running'', ''>0315'')'
ELSE 'SET @skipped TRUE' END;
EXECUTE IMMEDIATE CASE WHEN EXISTS (SELECT 1 FROM db_version WHERE revision = 'e5' AND status = 'running' AND statements_done = 0)
THEN 'create view shout as select upper(name) as name from account'
ELSE 'SET @skipped TRUE' END;
EXECUTE IMMEDIATE CASE WHEN EXISTS (SELECT 1 FROM db_version WHERE revision = 'e5' AND status = 'running' AND statements_done = 0)
THEN 'UPDATE db_version SET statements_done = 1, journal = ''23f8dacd6f78 0315 >a2c5'' WHERE revision = ''e5'''
ELSE 'SET @skipped TRUE' END;
EXECUTE IMMEDIATE CASE WHEN EXISTS (SELECT 1 FROM db_version WHERE revision = 'e5' AND status = 'running' AND statements_done = 1)
THEN 'CREATE INDEX ix_account_name ON account (name)'
ELSE 'SET @skipped TRUE' END;
EXECUTE IMMEDIATE CASE WHEN EXISTS (SELECT 1 FROM db_version WHERE revision = 'e5' AND status = 'running' AND statements_done = 1)
THEN 'UPDATE db_version SET status = ''applied'', journal = NULL, statements_done = 2 WHERE revision = ''e5'''
ELSE 'SET @skipped TRUE' END;

-- apply repeatable:names
EXECUTE IMMEDIATE CASE WHEN NOT EXISTS (SELECT 1 FROM db_version WHERE revision = 'repeatable:names' AND checksum = '1:dca89c9baebe0d4dd6abfe355b0ba85698a3bb9241e12060ec9d00bdde05c14b')
THEN 'DELETE FROM db_version WHERE revision = ''repeatable:names'''
ELSE 'SET @skipped TRUE' END;
EXECUTE IMMEDIATE CASE WHEN NOT EXISTS (SELECT 1 FROM db_version WHERE revision = 'repeatable:names' AND checksum = '1:dca89c9baebe0d4dd6abfe355b0ba85698a3bb9241e12060ec9d00bdde05c14b')
THEN 'INSERT INTO db_version (revision, message, script, checksum, applied_at, applied_by, duration_ms, statements, statements_done, status) VALUES (''repeatable:names'', '''', ''r.groovy'', ''1:dca89c9baebe0d4dd6abfe355b0ba85698a3bb9241e12060ec9d00bdde05c14b'', CURRENT_TIMESTAMP, CURRENT_USER, NULL, 1, 0, ''running'')'
ELSE 'SET @skipped TRUE' END;
BEGIN;
EXECUTE IMMEDIATE CASE WHEN EXISTS (SELECT 1 FROM db_version WHERE revision = 'repeatable:names' AND status = 'running' AND statements_done = 0)
THEN 'UPDATE account SET name = ''$name \ &name :name $(name)'' WHERE id = 2'
ELSE 'SET @skipped TRUE' END;
EXECUTE IMMEDIATE CASE WHEN EXISTS (SELECT 1 FROM db_version WHERE revision = 'repeatable:names' AND status = 'running' AND statements_done = 0)
THEN 'UPDATE db_version SET status = ''applied'', journal = NULL, statements_done = 1 WHERE revision = ''repeatable:names'''
ELSE 'SET @skipped TRUE' END;
COMMIT;
