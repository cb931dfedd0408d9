-- downgrade from e5 to base, for mysql; what a database has already is left out
-- run with: mysql --default-character-set=utf8mb4 --binary-mode DATABASE < FILE
SET NAMES utf8mb4;

-- revert e5: a body of its own
DROP PROCEDURE IF EXISTS limbeck_step;
DELIMITER //
CREATE PROCEDURE limbeck_step()
BEGIN
    IF EXISTS (SELECT 1 FROM db_version WHERE revision = 'e5' AND status = 'applied') THEN
        UPDATE db_version SET statements = 2, statements_done = 0, status = 'reverting', journal = '>a712' WHERE revision = 'e5';
    END IF;
    IF EXISTS (SELECT 1 FROM db_version WHERE revision = 'e5' AND status = 'reverting' AND statements_done = 0) THEN
        ALTER TABLE account DROP INDEX ix_account_name, ALGORITHM=INPLACE, LOCK=NONE;
        UPDATE db_version SET statements_done = 1, journal = '9cdb0a7acf76 a712 >27b2' WHERE revision = 'e5';
    END IF;
    IF EXISTS (SELECT 1 FROM db_version WHERE revision = 'e5' AND status = 'reverting' AND statements_done = 1) THEN
        drop view shout;
        DELETE FROM db_version WHERE revision = 'e5';
    END IF;
END//
DELIMITER ;
CALL limbeck_step();
DROP PROCEDURE limbeck_step;

-- revert d4: merge
DROP PROCEDURE IF EXISTS limbeck_step;
DELIMITER //
CREATE PROCEDURE limbeck_step()
BEGIN
    IF EXISTS (SELECT 1 FROM db_version WHERE revision = 'd4' AND status = 'applied') THEN
        DELETE FROM db_version WHERE revision = 'd4';
    END IF;
END//
DELIMITER ;
CALL limbeck_step();
DROP PROCEDURE limbeck_step;

-- revert c3: long long long long long long long long long long long long long long long long long long long long…
DROP PROCEDURE IF EXISTS limbeck_step;
DELIMITER //
CREATE PROCEDURE limbeck_step()
BEGIN
    IF EXISTS (SELECT 1 FROM db_version WHERE revision = 'c3' AND status = 'applied') THEN
        UPDATE db_version SET statements = 3, statements_done = 0, status = 'reverting', journal = NULL WHERE revision = 'c3';
    END IF;
    IF EXISTS (SELECT 1 FROM db_version WHERE revision = 'c3' AND status = 'reverting' AND statements_done = 0) THEN
        START TRANSACTION;
        update account set name = 'x' where id = 1;
        UPDATE db_version SET statements_done = 1, journal = 'b2f28fffa09a 8663' WHERE revision = 'c3';
        COMMIT;
    END IF;
    IF EXISTS (SELECT 1 FROM db_version WHERE revision = 'c3' AND status = 'reverting' AND statements_done = 1) THEN
        START TRANSACTION;
        DELETE FROM account WHERE id = 7;
        DELETE FROM account WHERE id = 8;
        UPDATE db_version SET statements_done = 2, journal = '426b741d2d34 8663 ec81' WHERE revision = 'c3';
        COMMIT;
    END IF;
    IF EXISTS (SELECT 1 FROM db_version WHERE revision = 'c3' AND status = 'reverting' AND statements_done = 2) THEN
        START TRANSACTION;
        UPDATE db_version SET journal = '426b741d2d34 8663 ec81 >88e8' WHERE revision = 'c3';
        update account set name = 'x';
        DELETE FROM db_version WHERE revision = 'c3';
        COMMIT;
    END IF;
END//
DELIMITER ;
CALL limbeck_step();
DROP PROCEDURE limbeck_step;

-- revert b2: it's Übergröße
DROP PROCEDURE IF EXISTS limbeck_step;
DELIMITER //
CREATE PROCEDURE limbeck_step()
BEGIN
    IF EXISTS (SELECT 1 FROM db_version WHERE revision = 'b2' AND status = 'applied') THEN
        UPDATE db_version SET statements = 1, statements_done = 0, status = 'reverting', journal = NULL WHERE revision = 'b2';
    END IF;
    IF EXISTS (SELECT 1 FROM db_version WHERE revision = 'b2' AND status = 'reverting' AND statements_done = 0) THEN
        START TRANSACTION;
        delete from account where id = 3;
        DELETE FROM db_version WHERE revision = 'b2';
        COMMIT;
    END IF;
END//
DELIMITER ;
CALL limbeck_step();
DROP PROCEDURE limbeck_step;

-- revert a1: create account
DROP PROCEDURE IF EXISTS limbeck_step;
DELIMITER //
CREATE PROCEDURE limbeck_step()
BEGIN
    IF EXISTS (SELECT 1 FROM db_version WHERE revision = 'a1' AND status = 'applied') THEN
        UPDATE db_version SET statements = 1, statements_done = 0, status = 'reverting', journal = '>bc1e' WHERE revision = 'a1';
    END IF;
    IF EXISTS (SELECT 1 FROM db_version WHERE revision = 'a1' AND status = 'reverting' AND statements_done = 0) THEN
        DROP TABLE account;
        DELETE FROM db_version WHERE revision = 'a1';
    END IF;
END//
DELIMITER ;
CALL limbeck_step();
DROP PROCEDURE limbeck_step;
