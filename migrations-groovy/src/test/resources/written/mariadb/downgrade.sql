-- downgrade from e5 to base, for mariadb
-- run with: mariadb --default-character-set=utf8mb4 --binary-mode DATABASE < FILE
SET NAMES utf8mb4;

-- stop here unless the database stands where this script starts
DROP PROCEDURE IF EXISTS limbeck_step;
DELIMITER //
CREATE PROCEDURE limbeck_step()
BEGIN
    IF NOT ((SELECT COUNT(*) FROM db_version WHERE status = 'applied' AND revision IN ('e5')) = 1 AND (SELECT COUNT(*) FROM db_version WHERE revision NOT LIKE 'repeatable:%') = 5) THEN
        SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'this script starts from e5, but db_version stands elsewhere';
    END IF;
END//
DELIMITER ;
CALL limbeck_step();
DROP PROCEDURE limbeck_step;

-- revert e5: a body of its own
UPDATE db_version SET statements = 2, statements_done = 0, status = 'reverting', journal = '>a712' WHERE revision = 'e5';
ALTER TABLE account DROP INDEX ix_account_name, ALGORITHM=INPLACE, LOCK=NONE;
UPDATE db_version SET statements_done = 1, journal = '9cdb0a7acf76 a712 >27b2' WHERE revision = 'e5';
drop view shout;
DELETE FROM db_version WHERE revision = 'e5';

-- revert d4: merge
DELETE FROM db_version WHERE revision = 'd4';

-- revert c3: long long long long long long long long long long long long long long long long long long long long…
UPDATE db_version SET statements = 3, statements_done = 0, status = 'reverting', journal = NULL WHERE revision = 'c3';
START TRANSACTION;
update account set name = 'x' where id = 1;
UPDATE db_version SET statements_done = 1, journal = 'b2f28fffa09a 8663' WHERE revision = 'c3';
COMMIT;
START TRANSACTION;
DELETE FROM account WHERE id = 7;
DELETE FROM account WHERE id = 8;
UPDATE db_version SET statements_done = 2, journal = '426b741d2d34 8663 ec81' WHERE revision = 'c3';
COMMIT;
START TRANSACTION;
UPDATE db_version SET journal = '426b741d2d34 8663 ec81 >88e8' WHERE revision = 'c3';
update account set name = 'x';
DELETE FROM db_version WHERE revision = 'c3';
COMMIT;

-- revert b2: it's Übergröße
UPDATE db_version SET statements = 1, statements_done = 0, status = 'reverting', journal = NULL WHERE revision = 'b2';
START TRANSACTION;
delete from account where id = 3;
DELETE FROM db_version WHERE revision = 'b2';
COMMIT;

-- revert a1: create account
UPDATE db_version SET statements = 1, statements_done = 0, status = 'reverting', journal = '>bc1e' WHERE revision = 'a1';
DROP TABLE account;
DELETE FROM db_version WHERE revision = 'a1';
