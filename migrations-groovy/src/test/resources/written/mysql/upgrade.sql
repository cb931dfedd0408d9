-- upgrade from base to e5, for mysql
-- run with: mysql --default-character-set=utf8mb4 --binary-mode DATABASE < FILE
SET NAMES utf8mb4;
CREATE TABLE IF NOT EXISTS db_version (
    revision VARCHAR(128) NOT NULL,
    message VARCHAR(500),
    script VARCHAR(500),
    checksum VARCHAR(128),
    applied_at DATETIME(6) NOT NULL,
    applied_by VARCHAR(128),
    duration_ms BIGINT,
    statements INTEGER NOT NULL,
    statements_done INTEGER NOT NULL,
    status VARCHAR(16) NOT NULL,
    journal VARCHAR(500),
    CONSTRAINT pk_db_version PRIMARY KEY (revision)
);

-- stop here unless the database stands where this script starts
DROP PROCEDURE IF EXISTS limbeck_step;
DELIMITER //
CREATE PROCEDURE limbeck_step()
BEGIN
    IF NOT ((SELECT COUNT(*) FROM db_version) = 0) THEN
        SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'this script starts from base, but db_version stands elsewhere';
    END IF;
END//
DELIMITER ;
CALL limbeck_step();
DROP PROCEDURE limbeck_step;

-- apply a1: create account
INSERT INTO db_version (revision, message, script, checksum, applied_at, applied_by, duration_ms, statements, statements_done, status, journal) VALUES ('a1', 'create account', 'a1.groovy', '1:09cfac9751b01c99ea6d3c79131a3f5cdd4a9fd0bef6f1e06d5a57c631d05d62~6b95f251', CURRENT_TIMESTAMP(6), CURRENT_USER, NULL, 2, 0, 'running', '>105c');
CREATE TABLE account (
    id INTEGER NOT NULL,
    name VARCHAR(40),
    created DATETIME(6) DEFAULT CURRENT_TIMESTAMP(6),
    CONSTRAINT pk_account PRIMARY KEY (id)
);
UPDATE db_version SET statements_done = 1, journal = '6d6f6893f38f 105c' WHERE revision = 'a1';
START TRANSACTION;
INSERT INTO account (id, name) VALUES
    (1, 'Müller; it''s -- me'),
    (2, 'two
lines');
UPDATE db_version SET status = 'applied', journal = NULL, statements_done = 2 WHERE revision = 'a1';
COMMIT;

-- apply b2: it's Übergröße
INSERT INTO db_version (revision, message, script, checksum, applied_at, applied_by, duration_ms, statements, statements_done, status) VALUES ('b2', 'it''s Übergröße', 'b2.sql', '1:1ef2243bd9a3313ec83fe26ef1438a154202c90304758a584999323f2d5601b2~b05fd834', CURRENT_TIMESTAMP(6), CURRENT_USER, NULL, 2, 0, 'running');
START TRANSACTION;
insert into account (id, name) values (3, 'a;b');
UPDATE db_version SET statements_done = 1, journal = 'b0dcfaa64e67 73cb' WHERE revision = 'b2';
COMMIT;
START TRANSACTION;
update account set name = 'c' /* it's; */ where id = 3;
UPDATE db_version SET status = 'applied', journal = NULL, statements_done = 2 WHERE revision = 'b2';
COMMIT;

-- apply c3: long long long long long long long long long long long long long long long long long long long long…
INSERT INTO db_version (revision, message, script, checksum, applied_at, applied_by, duration_ms, statements, statements_done, status) VALUES ('c3', 'long long long long long long long long long long long long long long long long long long long long long long long long long', 'c3.groovy', '1:d92906b5796dfa9b21ceaec8697ef8eb27b5a98b1148b82f8ea129607cd2f8fe~ed19e4d8', CURRENT_TIMESTAMP(6), CURRENT_USER, NULL, 3, 0, 'running');
START TRANSACTION;
UPDATE db_version SET journal = '>88e8' WHERE revision = 'c3';
update account set name = upper(name);
UPDATE db_version SET statements_done = 1, journal = '98c80f26b253 88e8' WHERE revision = 'c3';
COMMIT;
START TRANSACTION;
INSERT INTO account (id, name) VALUES
    (7, 'sieben'),
    (8, NULL);
UPDATE db_version SET statements_done = 2, journal = '942bf6921606 88e8 3374' WHERE revision = 'c3';
COMMIT;
START TRANSACTION;
update account set name = 'it''s' where id = 1;
UPDATE db_version SET status = 'applied', journal = NULL, statements_done = 3 WHERE revision = 'c3';
COMMIT;

-- apply d4: merge
INSERT INTO db_version (revision, message, script, checksum, applied_at, applied_by, duration_ms, statements, statements_done, status) VALUES ('d4', 'merge', 'd4.groovy', '1:ffbafcad06d928553982e180af693d4c5004d07b944841978331ee4add9d4229~35efb686', CURRENT_TIMESTAMP(6), CURRENT_USER, NULL, 0, 0, 'applied');

-- apply e5: a body of its own
INSERT INTO db_version (revision, message, script, checksum, applied_at, applied_by, duration_ms, statements, statements_done, status, journal) VALUES ('e5', 'a body of its own', 'e5.groovy', '1:f3bacc16061084508eeeb6c848410244ceecd364b703b55e4688647c0b084009~fb255b31', CURRENT_TIMESTAMP(6), CURRENT_USER, NULL, 2, 0, 'running', '>0315');
create view shout as select upper(name) as name from account;
UPDATE db_version SET statements_done = 1, journal = '23f8dacd6f78 0315 >de63' WHERE revision = 'e5';
CREATE INDEX ix_account_name ON account (name) ALGORITHM=INPLACE LOCK=NONE;
UPDATE db_version SET status = 'applied', journal = NULL, statements_done = 2 WHERE revision = 'e5';

-- apply repeatable:names
INSERT INTO db_version (revision, message, script, checksum, applied_at, applied_by, duration_ms, statements, statements_done, status) VALUES ('repeatable:names', '', 'r.groovy', '1:dca89c9baebe0d4dd6abfe355b0ba85698a3bb9241e12060ec9d00bdde05c14b', CURRENT_TIMESTAMP(6), CURRENT_USER, NULL, 1, 0, 'running');
START TRANSACTION;
UPDATE account SET name = _utf8mb4 X'246e616d65205c20266e616d65203a6e616d652024286e616d6529' WHERE id = 2;
UPDATE db_version SET status = 'applied', journal = NULL, statements_done = 1 WHERE revision = 'repeatable:names';
COMMIT;
