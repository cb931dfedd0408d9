-- downgrade from e5 to base, for sqlite
-- run with: sqlite3 DATABASE < FILE
.bail on

-- stop here unless the database stands where this script starts
SELECT json_extract('{}', 'this script starts from e5, but db_version stands elsewhere') WHERE NOT ((SELECT COUNT(*) FROM db_version WHERE status = 'applied' AND revision IN ('e5')) = 1 AND (SELECT COUNT(*) FROM db_version WHERE revision NOT LIKE 'repeatable:%') = 5);

-- revert e5: a body of its own
BEGIN IMMEDIATE;
DROP INDEX ix_account_name;
drop view shout;
DELETE FROM db_version WHERE revision = 'e5';
COMMIT;

-- revert d4: merge
BEGIN IMMEDIATE;
DELETE FROM db_version WHERE revision = 'd4';
COMMIT;

-- revert c3: long long long long long long long long long long long long long long long long long long long long…
BEGIN IMMEDIATE;
update account set name = 'x' where id = 1;
DELETE FROM account WHERE id = 7;
DELETE FROM account WHERE id = 8;
update account set name = 'x';
DELETE FROM db_version WHERE revision = 'c3';
COMMIT;

-- revert b2: it's Übergröße
BEGIN IMMEDIATE;
delete from account where id = 3;
DELETE FROM db_version WHERE revision = 'b2';
COMMIT;

-- revert a1: create account
BEGIN IMMEDIATE;
DROP TABLE account;
DELETE FROM db_version WHERE revision = 'a1';
COMMIT;
