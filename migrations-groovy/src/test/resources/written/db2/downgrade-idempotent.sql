-- downgrade from e5 to base, for db2; what a database has already is left out
-- run with: DB2CODEPAGE=1208 db2 +c -s -tvf FILE || db2 ROLLBACK
UPDATE COMMAND OPTIONS USING C OFF S ON;

-- stop here unless the database stands where this script starts
--#SET TERMINATOR @
BEGIN
    IF NOT ((SELECT COUNT(*) FROM db_version WHERE status <> 'applied') = 0) THEN
        SIGNAL SQLSTATE '75000' SET MESSAGE_TEXT = 'this script starts from whole revisions, but db_version stands elsewhere';
    END IF;
END@
--#SET TERMINATOR ;
COMMIT;

-- revert e5: a body of its own
--#SET TERMINATOR @
BEGIN
    IF EXISTS (SELECT 1 FROM db_version WHERE revision = 'e5' AND status = 'applied') THEN
        EXECUTE IMMEDIATE 'DROP INDEX ix_account_name';
        EXECUTE IMMEDIATE 'drop view shout';
        EXECUTE IMMEDIATE 'DELETE FROM db_version WHERE revision = ''e5''';
    END IF;
END@
--#SET TERMINATOR ;
COMMIT;

-- revert d4: merge
--#SET TERMINATOR @
BEGIN
    IF EXISTS (SELECT 1 FROM db_version WHERE revision = 'd4' AND status = 'applied') THEN
        EXECUTE IMMEDIATE 'DELETE FROM db_version WHERE revision = ''d4''';
    END IF;
END@
--#SET TERMINATOR ;
COMMIT;

-- revert c3: long long long long long long long long long long long long long long long long long long long long…
--#SET TERMINATOR @
BEGIN
    IF EXISTS (SELECT 1 FROM db_version WHERE revision = 'c3' AND status = 'applied') THEN
        EXECUTE IMMEDIATE 'update account set name = ''x'' where id = 1';
        EXECUTE IMMEDIATE 'DELETE FROM account WHERE id = 7';
        EXECUTE IMMEDIATE 'DELETE FROM account WHERE id = 8';
        EXECUTE IMMEDIATE 'update account set name = ''x''';
        EXECUTE IMMEDIATE 'DELETE FROM db_version WHERE revision = ''c3''';
    END IF;
END@
--#SET TERMINATOR ;
COMMIT;

-- revert b2: it's Übergröße
--#SET TERMINATOR @
BEGIN
    IF EXISTS (SELECT 1 FROM db_version WHERE revision = 'b2' AND status = 'applied') THEN
        EXECUTE IMMEDIATE 'delete from account where id = 3';
        EXECUTE IMMEDIATE 'DELETE FROM db_version WHERE revision = ''b2''';
    END IF;
END@
--#SET TERMINATOR ;
COMMIT;

-- revert a1: create account
--#SET TERMINATOR @
BEGIN
    IF EXISTS (SELECT 1 FROM db_version WHERE revision = 'a1' AND status = 'applied') THEN
        EXECUTE IMMEDIATE 'DROP TABLE account';
        EXECUTE IMMEDIATE 'DELETE FROM db_version WHERE revision = ''a1''';
    END IF;
END@
--#SET TERMINATOR ;
COMMIT;
