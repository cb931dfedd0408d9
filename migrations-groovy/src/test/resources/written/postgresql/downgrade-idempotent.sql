-- downgrade from e5 to base, for postgresql; what a database has already is left out
-- run with: psql -X -v ON_ERROR_STOP=1 -f FILE
\set ON_ERROR_STOP on
\encoding UTF8

-- revert e5: a body of its own
SELECT EXISTS (SELECT 1 FROM db_version WHERE revision = 'e5' AND status = 'applied') AS due \gset
\if :due
UPDATE db_version SET statements = 2, statements_done = 0, status = 'reverting', journal = '>96c4' WHERE revision = 'e5';
\endif
SELECT EXISTS (SELECT 1 FROM db_version WHERE revision = 'e5' AND status = 'reverting' AND statements_done = 0) AS due \gset
\if :due
DROP INDEX CONCURRENTLY ix_account_name;
UPDATE db_version SET statements_done = 1, journal = 'e36e67a3abc5 96c4' WHERE revision = 'e5';
\endif
BEGIN;
DO $block$
BEGIN
    IF EXISTS (SELECT 1 FROM db_version WHERE revision = 'e5' AND status = 'reverting' AND statements_done = 1) THEN
        EXECUTE $sql$drop function shout$sql$;
        EXECUTE $sql$DELETE FROM db_version WHERE revision = 'e5'$sql$;
    END IF;
END
$block$;
COMMIT;

-- revert d4: merge
BEGIN;
DO $block$
BEGIN
    IF EXISTS (SELECT 1 FROM db_version WHERE revision = 'd4' AND status = 'applied') THEN
        EXECUTE $sql$DELETE FROM db_version WHERE revision = 'd4'$sql$;
    END IF;
END
$block$;
COMMIT;

-- revert c3: long long long long long long long long long long long long long long long long long long long long…
BEGIN;
DO $block$
BEGIN
    IF EXISTS (SELECT 1 FROM db_version WHERE revision = 'c3' AND status = 'applied') THEN
        EXECUTE $sql$update account set name = 'x' where id = 1$sql$;
        EXECUTE $sql$DELETE FROM account WHERE id = 7$sql$;
        EXECUTE $sql$DELETE FROM account WHERE id = 8$sql$;
        EXECUTE $sql$update account set name = 'x'$sql$;
        EXECUTE $sql$DELETE FROM db_version WHERE revision = 'c3'$sql$;
    END IF;
END
$block$;
COMMIT;

-- revert b2: it's Übergröße
BEGIN;
DO $block$
BEGIN
    IF EXISTS (SELECT 1 FROM db_version WHERE revision = 'b2' AND status = 'applied') THEN
        EXECUTE $sql$delete from account where id = 3$sql$;
        EXECUTE $sql$DELETE FROM db_version WHERE revision = 'b2'$sql$;
    END IF;
END
$block$;
COMMIT;

-- revert a1: create account
BEGIN;
DO $block$
BEGIN
    IF EXISTS (SELECT 1 FROM db_version WHERE revision = 'a1' AND status = 'applied') THEN
        EXECUTE $sql$DROP TABLE account$sql$;
        EXECUTE $sql$DELETE FROM db_version WHERE revision = 'a1'$sql$;
    END IF;
END
$block$;
COMMIT;
