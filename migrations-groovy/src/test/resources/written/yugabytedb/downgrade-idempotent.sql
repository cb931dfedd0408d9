-- downgrade from e5 to base, for yugabytedb; what a database has already is left out
-- run with: ysqlsh -X -v ON_ERROR_STOP=1 -f FILE
\set ON_ERROR_STOP on
\encoding UTF8

-- revert e5: a body of its own
SELECT EXISTS (SELECT 1 FROM db_version WHERE revision = 'e5' AND status = 'applied') AS due \gset
\if :due
UPDATE db_version SET statements = 2, statements_done = 0, status = 'reverting', journal = '>aa41' WHERE revision = 'e5';
\endif
SELECT EXISTS (SELECT 1 FROM db_version WHERE revision = 'e5' AND status = 'reverting' AND statements_done = 0) AS due \gset
\if :due
DROP INDEX ix_account_name;
UPDATE db_version SET statements_done = 1, journal = 'acad8fe97e7b aa41 >27b2' WHERE revision = 'e5';
\endif
SELECT EXISTS (SELECT 1 FROM db_version WHERE revision = 'e5' AND status = 'reverting' AND statements_done = 1) AS due \gset
\if :due
drop view shout;
DELETE FROM db_version WHERE revision = 'e5';
\endif

-- revert d4: merge
SELECT EXISTS (SELECT 1 FROM db_version WHERE revision = 'd4' AND status = 'applied') AS due \gset
\if :due
DELETE FROM db_version WHERE revision = 'd4';
\endif

-- revert c3: long long long long long long long long long long long long long long long long long long long long…
SELECT EXISTS (SELECT 1 FROM db_version WHERE revision = 'c3' AND status = 'applied') AS due \gset
\if :due
UPDATE db_version SET statements = 3, statements_done = 0, status = 'reverting', journal = NULL WHERE revision = 'c3';
\endif
SELECT EXISTS (SELECT 1 FROM db_version WHERE revision = 'c3' AND status = 'reverting' AND statements_done = 0) AS due \gset
\if :due
BEGIN;
update account set name = 'x' where id = 1;
UPDATE db_version SET statements_done = 1, journal = 'b2f28fffa09a 8663' WHERE revision = 'c3';
COMMIT;
\endif
SELECT EXISTS (SELECT 1 FROM db_version WHERE revision = 'c3' AND status = 'reverting' AND statements_done = 1) AS due \gset
\if :due
BEGIN;
DELETE FROM account WHERE id = 7;
DELETE FROM account WHERE id = 8;
UPDATE db_version SET statements_done = 2, journal = '426b741d2d34 8663 ec81' WHERE revision = 'c3';
COMMIT;
\endif
SELECT EXISTS (SELECT 1 FROM db_version WHERE revision = 'c3' AND status = 'reverting' AND statements_done = 2) AS due \gset
\if :due
BEGIN;
UPDATE db_version SET journal = '426b741d2d34 8663 ec81 >88e8' WHERE revision = 'c3';
update account set name = 'x';
DELETE FROM db_version WHERE revision = 'c3';
COMMIT;
\endif

-- revert b2: it's Übergröße
SELECT EXISTS (SELECT 1 FROM db_version WHERE revision = 'b2' AND status = 'applied') AS due \gset
\if :due
UPDATE db_version SET statements = 1, statements_done = 0, status = 'reverting', journal = NULL WHERE revision = 'b2';
\endif
SELECT EXISTS (SELECT 1 FROM db_version WHERE revision = 'b2' AND status = 'reverting' AND statements_done = 0) AS due \gset
\if :due
BEGIN;
delete from account where id = 3;
DELETE FROM db_version WHERE revision = 'b2';
COMMIT;
\endif

-- revert a1: create account
SELECT EXISTS (SELECT 1 FROM db_version WHERE revision = 'a1' AND status = 'applied') AS due \gset
\if :due
UPDATE db_version SET statements = 1, statements_done = 0, status = 'reverting', journal = '>bc1e' WHERE revision = 'a1';
\endif
SELECT EXISTS (SELECT 1 FROM db_version WHERE revision = 'a1' AND status = 'reverting' AND statements_done = 0) AS due \gset
\if :due
DROP TABLE account;
DELETE FROM db_version WHERE revision = 'a1';
\endif
