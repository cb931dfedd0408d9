-- downgrade from e5 to base, for cockroachdb
-- run with: cockroach sql --set=errexit=true -f FILE

-- stop here unless the database stands where this script starts
SELECT CASE WHEN (SELECT COUNT(*) FROM db_version WHERE status = 'applied' AND revision IN ('e5')) = 1 AND (SELECT COUNT(*) FROM db_version WHERE revision NOT LIKE 'repeatable:%') = 5 THEN 0 ELSE CAST(CONCAT('this script starts from e5, but db_version stands elsewhere', LEFT(CURRENT_USER, 0)) AS INT) END;

-- revert e5: a body of its own
UPDATE db_version SET statements = 2, statements_done = 0, status = 'reverting', journal = '>aa41' WHERE revision = 'e5';
DROP INDEX ix_account_name;
UPDATE db_version SET statements_done = 1, journal = 'acad8fe97e7b aa41 >27b2' WHERE revision = 'e5';
drop view shout;
DELETE FROM db_version WHERE revision = 'e5';

-- revert d4: merge
DELETE FROM db_version WHERE revision = 'd4';

-- revert c3: long long long long long long long long long long long long long long long long long long long long…
UPDATE db_version SET statements = 3, statements_done = 0, status = 'reverting', journal = NULL WHERE revision = 'c3';
BEGIN;
update account set name = 'x' where id = 1;
UPDATE db_version SET statements_done = 1, journal = 'b2f28fffa09a 8663' WHERE revision = 'c3';
COMMIT;
BEGIN;
DELETE FROM account WHERE id = 7;
DELETE FROM account WHERE id = 8;
UPDATE db_version SET statements_done = 2, journal = '426b741d2d34 8663 ec81' WHERE revision = 'c3';
COMMIT;
BEGIN;
UPDATE db_version SET journal = '426b741d2d34 8663 ec81 >88e8' WHERE revision = 'c3';
update account set name = 'x';
DELETE FROM db_version WHERE revision = 'c3';
COMMIT;

-- revert b2: it's Übergröße
UPDATE db_version SET statements = 1, statements_done = 0, status = 'reverting', journal = NULL WHERE revision = 'b2';
BEGIN;
delete from account where id = 3;
DELETE FROM db_version WHERE revision = 'b2';
COMMIT;

-- revert a1: create account
UPDATE db_version SET statements = 1, statements_done = 0, status = 'reverting', journal = '>bc1e' WHERE revision = 'a1';
DROP TABLE account;
DELETE FROM db_version WHERE revision = 'a1';
