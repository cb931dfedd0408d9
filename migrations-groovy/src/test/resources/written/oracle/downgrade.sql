-- downgrade from e5 to base, for oracle
-- run with: NLS_LANG=.AL32UTF8 sqlplus -S -L USER@SERVICE @FILE < /dev/null
WHENEVER OSERROR EXIT FAILURE ROLLBACK
WHENEVER SQLERROR EXIT FAILURE ROLLBACK
SET AUTOCOMMIT OFF
SET DEFINE OFF
SET SQLBLANKLINES ON
SET BLOCKTERMINATOR OFF
SET SQLTERMINATOR OFF

-- stop here unless the database stands where this script starts
DECLARE
    due INTEGER;
BEGIN
    SELECT COUNT(*) INTO due FROM dual WHERE (SELECT COUNT(*) FROM db_version WHERE status = 'applied' AND revision IN ('e5')) = 1 AND (SELECT COUNT(*) FROM db_version WHERE revision NOT LIKE 'repeatable:%') = 5;
    IF due = 0 THEN
        RAISE_APPLICATION_ERROR(-20000, 'this script starts from e5, but db_version stands elsewhere');
    END IF;
END;
/
COMMIT
/

-- revert e5: a body of its own
UPDATE db_version SET statements = 2, statements_done = 0, status = 'reverting', journal = '>8f50' WHERE revision = 'e5'
/
COMMIT
/
DROP INDEX ix_account_name ONLINE
/
UPDATE db_version SET statements_done = 1, journal = '9fc5217c675b 8f50 >27b2' WHERE revision = 'e5'
/
COMMIT
/
drop view shout
/
DELETE FROM db_version WHERE revision = 'e5'
/
COMMIT
/

-- revert d4: merge
DELETE FROM db_version WHERE revision = 'd4'
/
COMMIT
/

-- revert c3: long long long long long long long long long long long long long long long long long long long long…
UPDATE db_version SET statements = 3, statements_done = 0, status = 'reverting', journal = NULL WHERE revision = 'c3'
/
COMMIT
/
update account set name = 'x' where id = 1
/
UPDATE db_version SET statements_done = 1, journal = 'b2f28fffa09a 8663' WHERE revision = 'c3'
/
COMMIT
/
DELETE FROM account WHERE id = 7
/
DELETE FROM account WHERE id = 8
/
UPDATE db_version SET statements_done = 2, journal = '426b741d2d34 8663 ec81' WHERE revision = 'c3'
/
COMMIT
/
UPDATE db_version SET journal = '426b741d2d34 8663 ec81 >88e8' WHERE revision = 'c3'
/
update account set name = 'x'
/
DELETE FROM db_version WHERE revision = 'c3'
/
COMMIT
/

-- revert b2: it's Übergröße
UPDATE db_version SET statements = 1, statements_done = 0, status = 'reverting', journal = NULL WHERE revision = 'b2'
/
COMMIT
/
delete from account where id = 3
/
DELETE FROM db_version WHERE revision = 'b2'
/
COMMIT
/

-- revert a1: create account
UPDATE db_version SET statements = 1, statements_done = 0, status = 'reverting', journal = '>bc1e' WHERE revision = 'a1'
/
COMMIT
/
DROP TABLE account
/
DELETE FROM db_version WHERE revision = 'a1'
/
COMMIT
/
EXIT SUCCESS
