-- downgrade from d4 to base, for postgresql
-- run with: psql -X -v ON_ERROR_STOP=1 -f FILE
\set ON_ERROR_STOP on
\encoding UTF8

-- start
DO $block$
BEGIN
    IF NOT ((SELECT COUNT(*) FROM db_version WHERE status = 'applied' AND revision IN ('d4')) = 1 AND (SELECT COUNT(*) FROM db_version WHERE revision NOT LIKE 'repeatable:%') = 4) THEN
        RAISE EXCEPTION USING MESSAGE = 'this script starts from d4, but db_version stands elsewhere';
    END IF;
END
$block$;

-- revert d4: merge
BEGIN;
DELETE FROM db_version WHERE revision = 'd4';
COMMIT;

-- revert c3: long long long long long long long long long long long long long long long long long long long long…
BEGIN;
update account set name = 'x' where id = 1;
DELETE FROM account WHERE id = 7;
DELETE FROM account WHERE id = 8;
update account set name = 'x';
DELETE FROM db_version WHERE revision = 'c3';
COMMIT;

-- revert b2: it's Übergröße
BEGIN;
drop index ix_name;
delete from account where id = 2;
DELETE FROM db_version WHERE revision = 'b2';
COMMIT;

-- revert a1: create account
BEGIN;
DROP TABLE account;
DELETE FROM db_version WHERE revision = 'a1';
COMMIT;
