-- downgrade from e5 to base, for derby
-- run with: java -Dderby.ui.codeset=UTF-8 org.apache.derby.tools.ij FILE
-- ij goes on after an error: look for ERROR in what it prints before you trust its work
AUTOCOMMIT OFF;

-- stop here unless the database stands where this script starts
INSERT INTO db_version (revision, applied_at, statements, statements_done, status) SELECT 'start', CURRENT_TIMESTAMP, 0, 0, 'this script starts from e5, but db_version stands elsewhere' || origin.nothing FROM (VALUES ('')) AS origin(nothing) WHERE NOT ((SELECT COUNT(*) FROM db_version WHERE status = 'applied' AND revision IN ('e5')) = 1 AND (SELECT COUNT(*) FROM db_version WHERE revision NOT LIKE 'repeatable:%') = 5);
DECLARE GLOBAL TEMPORARY TABLE session.origin (name VARCHAR(128)) ON COMMIT PRESERVE ROWS NOT LOGGED;
INSERT INTO session.origin VALUES CURRENT SCHEMA;
PREPARE origin AS 'SELECT name FROM session.origin WHERE (SELECT COUNT(*) FROM db_version WHERE status = ''applied'' AND revision IN (''e5'')) = 1 AND (SELECT COUNT(*) FROM db_version WHERE revision NOT LIKE ''repeatable:%'') = 5';
SET SCHEMA sys;
EXECUTE 'SET SCHEMA ?' USING origin;
COMMIT;

-- revert e5: a body of its own
DROP INDEX ix_account_name;
drop view shout;
DELETE FROM db_version WHERE revision = 'e5';
COMMIT;

-- revert d4: merge
DELETE FROM db_version WHERE revision = 'd4';
COMMIT;

-- revert c3: long long long long long long long long long long long long long long long long long long long long…
update account set name = 'x' where id = 1;
DELETE FROM account WHERE id = 7;
DELETE FROM account WHERE id = 8;
update account set name = 'x';
DELETE FROM db_version WHERE revision = 'c3';
COMMIT;

-- revert b2: it's Übergröße
delete from account where id = 3;
DELETE FROM db_version WHERE revision = 'b2';
COMMIT;

-- revert a1: create account
DROP TABLE account;
DELETE FROM db_version WHERE revision = 'a1';
COMMIT;
