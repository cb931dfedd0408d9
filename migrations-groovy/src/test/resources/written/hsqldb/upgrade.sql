-- upgrade from base to e5, for hsqldb
-- run with: java -Dsqlfile.charset=UTF-8 -jar sqltool.jar --inlineRc=url=URL,user=USER FILE
\c false
\a false
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

-- stop here unless the database stands where this script starts
DROP PROCEDURE limbeck_start IF EXISTS;
\.
CREATE PROCEDURE limbeck_start() MODIFIES SQL DATA BEGIN ATOMIC
    IF NOT ((SELECT COUNT(*) FROM db_version) = 0) THEN
        SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'this script starts from base, but db_version stands elsewhere';
    END IF;
END
.;
CALL limbeck_start();
DROP PROCEDURE limbeck_start;
COMMIT;

-- apply a1: create account
INSERT INTO db_version (revision, message, script, checksum, applied_at, applied_by, duration_ms, statements, statements_done, status, journal) VALUES ('a1', 'create account', 'a1.groovy', '1:09cfac9751b01c99ea6d3c79131a3f5cdd4a9fd0bef6f1e06d5a57c631d05d62~6b95f251', CURRENT_TIMESTAMP, CURRENT_USER, NULL, 2, 0, 'running', '>d0b0');
COMMIT;
CREATE TABLE account (
    id INTEGER NOT NULL,
    name VARCHAR(40),
    created TIMESTAMP DEFAULT CURRENT_TIMESTAMP,
    CONSTRAINT pk_account PRIMARY KEY (id)
);
UPDATE db_version SET statements_done = 1, journal = '9a2403636347 d0b0' WHERE revision = 'a1';
COMMIT;
INSERT INTO account (id, name) VALUES
    (1, 'Müller; it''s -- me'),
    (2, 'two
lines');
UPDATE db_version SET status = 'applied', journal = NULL, statements_done = 2 WHERE revision = 'a1';
COMMIT;

-- apply b2: it's Übergröße
INSERT INTO db_version (revision, message, script, checksum, applied_at, applied_by, duration_ms, statements, statements_done, status) VALUES ('b2', 'it''s Übergröße', 'b2.sql', '1:1ef2243bd9a3313ec83fe26ef1438a154202c90304758a584999323f2d5601b2~b05fd834', CURRENT_TIMESTAMP, CURRENT_USER, NULL, 2, 0, 'running');
COMMIT;
insert into account (id, name) values (3, 'a;b');
UPDATE db_version SET statements_done = 1, journal = 'b0dcfaa64e67 73cb' WHERE revision = 'b2';
COMMIT;
update account set name = 'c' /* it's; */ where id = 3;
UPDATE db_version SET status = 'applied', journal = NULL, statements_done = 2 WHERE revision = 'b2';
COMMIT;

-- apply c3: long long long long long long long long long long long long long long long long long long long long…
INSERT INTO db_version (revision, message, script, checksum, applied_at, applied_by, duration_ms, statements, statements_done, status) VALUES ('c3', 'long long long long long long long long long long long long long long long long long long long long long long long long long', 'c3.groovy', '1:d92906b5796dfa9b21ceaec8697ef8eb27b5a98b1148b82f8ea129607cd2f8fe~ed19e4d8', CURRENT_TIMESTAMP, CURRENT_USER, NULL, 3, 0, 'running');
COMMIT;
UPDATE db_version SET journal = '>88e8' WHERE revision = 'c3';
update account set name = upper(name);
UPDATE db_version SET statements_done = 1, journal = '98c80f26b253 88e8' WHERE revision = 'c3';
COMMIT;
INSERT INTO account (id, name) VALUES
    (7, 'sieben'),
    (8, NULL);
UPDATE db_version SET statements_done = 2, journal = '942bf6921606 88e8 3374' WHERE revision = 'c3';
COMMIT;
update account set name = 'it''s' where id = 1;
UPDATE db_version SET status = 'applied', journal = NULL, statements_done = 3 WHERE revision = 'c3';
COMMIT;

-- apply d4: merge
INSERT INTO db_version (revision, message, script, checksum, applied_at, applied_by, duration_ms, statements, statements_done, status) VALUES ('d4', 'merge', 'd4.groovy', '1:ffbafcad06d928553982e180af693d4c5004d07b944841978331ee4add9d4229~35efb686', CURRENT_TIMESTAMP, CURRENT_USER, NULL, 0, 0, 'applied');
COMMIT;

-- apply e5: a body of its own
INSERT INTO db_version (revision, message, script, checksum, applied_at, applied_by, duration_ms, statements, statements_done, status, journal) VALUES ('e5', 'a body of its own', 'e5.groovy', '1:f3bacc16061084508eeeb6c848410244ceecd364b703b55e4688647c0b084009~fb255b31', CURRENT_TIMESTAMP, CURRENT_USER, NULL, 2, 0, 'running', '>0315');
COMMIT;
create view shout as select upper(name) as name from account;
UPDATE db_version SET statements_done = 1, journal = '23f8dacd6f78 0315 >a2c5' WHERE revision = 'e5';
COMMIT;
CREATE INDEX ix_account_name ON account (name);
UPDATE db_version SET status = 'applied', journal = NULL, statements_done = 2 WHERE revision = 'e5';
COMMIT;

-- apply repeatable:names
INSERT INTO db_version (revision, message, script, checksum, applied_at, applied_by, duration_ms, statements, statements_done, status) VALUES ('repeatable:names', '', 'r.groovy', '1:dca89c9baebe0d4dd6abfe355b0ba85698a3bb9241e12060ec9d00bdde05c14b', CURRENT_TIMESTAMP, CURRENT_USER, NULL, 1, 0, 'running');
COMMIT;
UPDATE account SET name = '$name \ &name :name $(name)' WHERE id = 2;
UPDATE db_version SET status = 'applied', journal = NULL, statements_done = 1 WHERE revision = 'repeatable:names';
COMMIT;
