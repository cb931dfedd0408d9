-- stamp from base to e5, for mariadb; what a database has already is left out
-- run with: mariadb --default-character-set=utf8mb4 --binary-mode DATABASE < FILE
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
    IF NOT ((SELECT COUNT(*) FROM db_version WHERE status <> 'applied') = 0) THEN
        SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'this script starts from whole revisions, but db_version stands elsewhere';
    END IF;
END//
DELIMITER ;
CALL limbeck_step();
DROP PROCEDURE limbeck_step;

-- stamp e5
DROP PROCEDURE IF EXISTS limbeck_step;
DELIMITER //
CREATE PROCEDURE limbeck_step()
BEGIN
    IF NOT EXISTS (SELECT 1 FROM db_version WHERE revision = 'a1') THEN
        INSERT INTO db_version (revision, message, script, checksum, applied_at, applied_by, duration_ms, statements, statements_done, status) VALUES ('a1', 'create account', 'a1.groovy', '1:09cfac9751b01c99ea6d3c79131a3f5cdd4a9fd0bef6f1e06d5a57c631d05d62~6b95f251', CURRENT_TIMESTAMP(6), CURRENT_USER, NULL, 0, 0, 'applied');
    END IF;
    IF NOT EXISTS (SELECT 1 FROM db_version WHERE revision = 'b2') THEN
        INSERT INTO db_version (revision, message, script, checksum, applied_at, applied_by, duration_ms, statements, statements_done, status) VALUES ('b2', 'it''s Übergröße', 'b2.sql', '1:1ef2243bd9a3313ec83fe26ef1438a154202c90304758a584999323f2d5601b2~b05fd834', CURRENT_TIMESTAMP(6), CURRENT_USER, NULL, 0, 0, 'applied');
    END IF;
    IF NOT EXISTS (SELECT 1 FROM db_version WHERE revision = 'c3') THEN
        INSERT INTO db_version (revision, message, script, checksum, applied_at, applied_by, duration_ms, statements, statements_done, status) VALUES ('c3', 'long long long long long long long long long long long long long long long long long long long long long long long long long', 'c3.groovy', '1:d92906b5796dfa9b21ceaec8697ef8eb27b5a98b1148b82f8ea129607cd2f8fe~ed19e4d8', CURRENT_TIMESTAMP(6), CURRENT_USER, NULL, 0, 0, 'applied');
    END IF;
    IF NOT EXISTS (SELECT 1 FROM db_version WHERE revision = 'd4') THEN
        INSERT INTO db_version (revision, message, script, checksum, applied_at, applied_by, duration_ms, statements, statements_done, status) VALUES ('d4', 'merge', 'd4.groovy', '1:ffbafcad06d928553982e180af693d4c5004d07b944841978331ee4add9d4229~35efb686', CURRENT_TIMESTAMP(6), CURRENT_USER, NULL, 0, 0, 'applied');
    END IF;
    IF NOT EXISTS (SELECT 1 FROM db_version WHERE revision = 'e5') THEN
        INSERT INTO db_version (revision, message, script, checksum, applied_at, applied_by, duration_ms, statements, statements_done, status) VALUES ('e5', 'a body of its own', 'e5.groovy', '1:f3bacc16061084508eeeb6c848410244ceecd364b703b55e4688647c0b084009~fb255b31', CURRENT_TIMESTAMP(6), CURRENT_USER, NULL, 0, 0, 'applied');
    END IF;
END//
DELIMITER ;
CALL limbeck_step();
DROP PROCEDURE limbeck_step;
