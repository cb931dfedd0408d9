-- downgrade from e5 to base, for oracle; what a database has already is left out
-- run with: NLS_LANG=.AL32UTF8 sqlplus -S -L USER@SERVICE @FILE < /dev/null
WHENEVER OSERROR EXIT FAILURE ROLLBACK
WHENEVER SQLERROR EXIT FAILURE ROLLBACK
SET AUTOCOMMIT OFF
SET DEFINE OFF
SET SQLBLANKLINES ON
SET BLOCKTERMINATOR OFF
SET SQLTERMINATOR OFF

-- revert e5: a body of its own
DECLARE
    due INTEGER;
BEGIN
    SELECT COUNT(*) INTO due FROM dual WHERE EXISTS (SELECT 1 FROM db_version WHERE revision = 'e5' AND status = 'applied');
    IF due = 1 THEN
        EXECUTE IMMEDIATE 'UPDATE db_version SET statements = 2, statements_done = 0, status = ''reverting'', journal = ''>8f50'' WHERE revision = ''e5''';
        EXECUTE IMMEDIATE 'COMMIT';
    END IF;
    SELECT COUNT(*) INTO due FROM dual WHERE EXISTS (SELECT 1 FROM db_version WHERE revision = 'e5' AND status = 'reverting' AND statements_done = 0);
    IF due = 1 THEN
        EXECUTE IMMEDIATE 'DROP INDEX ix_account_name ONLINE';
        EXECUTE IMMEDIATE 'UPDATE db_version SET statements_done = 1, journal = ''9fc5217c675b 8f50 >27b2'' WHERE revision = ''e5''';
        EXECUTE IMMEDIATE 'COMMIT';
    END IF;
    SELECT COUNT(*) INTO due FROM dual WHERE EXISTS (SELECT 1 FROM db_version WHERE revision = 'e5' AND status = 'reverting' AND statements_done = 1);
    IF due = 1 THEN
        EXECUTE IMMEDIATE 'drop view shout';
        EXECUTE IMMEDIATE 'DELETE FROM db_version WHERE revision = ''e5''';
        EXECUTE IMMEDIATE 'COMMIT';
    END IF;
END;
/

-- revert d4: merge
DECLARE
    due INTEGER;
BEGIN
    SELECT COUNT(*) INTO due FROM dual WHERE EXISTS (SELECT 1 FROM db_version WHERE revision = 'd4' AND status = 'applied');
    IF due = 1 THEN
        EXECUTE IMMEDIATE 'DELETE FROM db_version WHERE revision = ''d4''';
        EXECUTE IMMEDIATE 'COMMIT';
    END IF;
END;
/

-- revert c3: long long long long long long long long long long long long long long long long long long long long…
DECLARE
    due INTEGER;
BEGIN
    SELECT COUNT(*) INTO due FROM dual WHERE EXISTS (SELECT 1 FROM db_version WHERE revision = 'c3' AND status = 'applied');
    IF due = 1 THEN
        EXECUTE IMMEDIATE 'UPDATE db_version SET statements = 3, statements_done = 0, status = ''reverting'', journal = NULL WHERE revision = ''c3''';
        EXECUTE IMMEDIATE 'COMMIT';
    END IF;
    SELECT COUNT(*) INTO due FROM dual WHERE EXISTS (SELECT 1 FROM db_version WHERE revision = 'c3' AND status = 'reverting' AND statements_done = 0);
    IF due = 1 THEN
        EXECUTE IMMEDIATE 'update account set name = ''x'' where id = 1';
        EXECUTE IMMEDIATE 'UPDATE db_version SET statements_done = 1, journal = ''b2f28fffa09a 8663'' WHERE revision = ''c3''';
        EXECUTE IMMEDIATE 'COMMIT';
    END IF;
    SELECT COUNT(*) INTO due FROM dual WHERE EXISTS (SELECT 1 FROM db_version WHERE revision = 'c3' AND status = 'reverting' AND statements_done = 1);
    IF due = 1 THEN
        EXECUTE IMMEDIATE 'DELETE FROM account WHERE id = 7';
        EXECUTE IMMEDIATE 'DELETE FROM account WHERE id = 8';
        EXECUTE IMMEDIATE 'UPDATE db_version SET statements_done = 2, journal = ''426b741d2d34 8663 ec81'' WHERE revision = ''c3''';
        EXECUTE IMMEDIATE 'COMMIT';
    END IF;
    SELECT COUNT(*) INTO due FROM dual WHERE EXISTS (SELECT 1 FROM db_version WHERE revision = 'c3' AND status = 'reverting' AND statements_done = 2);
    IF due = 1 THEN
        EXECUTE IMMEDIATE 'UPDATE db_version SET journal = ''426b741d2d34 8663 ec81 >88e8'' WHERE revision = ''c3''';
        EXECUTE IMMEDIATE 'update account set name = ''x''';
        EXECUTE IMMEDIATE 'DELETE FROM db_version WHERE revision = ''c3''';
        EXECUTE IMMEDIATE 'COMMIT';
    END IF;
END;
/

-- revert b2: it's Übergröße
DECLARE
    due INTEGER;
BEGIN
    SELECT COUNT(*) INTO due FROM dual WHERE EXISTS (SELECT 1 FROM db_version WHERE revision = 'b2' AND status = 'applied');
    IF due = 1 THEN
        EXECUTE IMMEDIATE 'UPDATE db_version SET statements = 1, statements_done = 0, status = ''reverting'', journal = NULL WHERE revision = ''b2''';
        EXECUTE IMMEDIATE 'COMMIT';
    END IF;
    SELECT COUNT(*) INTO due FROM dual WHERE EXISTS (SELECT 1 FROM db_version WHERE revision = 'b2' AND status = 'reverting' AND statements_done = 0);
    IF due = 1 THEN
        EXECUTE IMMEDIATE 'delete from account where id = 3';
        EXECUTE IMMEDIATE 'DELETE FROM db_version WHERE revision = ''b2''';
        EXECUTE IMMEDIATE 'COMMIT';
    END IF;
END;
/

-- revert a1: create account
DECLARE
    due INTEGER;
BEGIN
    SELECT COUNT(*) INTO due FROM dual WHERE EXISTS (SELECT 1 FROM db_version WHERE revision = 'a1' AND status = 'applied');
    IF due = 1 THEN
        EXECUTE IMMEDIATE 'UPDATE db_version SET statements = 1, statements_done = 0, status = ''reverting'', journal = ''>bc1e'' WHERE revision = ''a1''';
        EXECUTE IMMEDIATE 'COMMIT';
    END IF;
    SELECT COUNT(*) INTO due FROM dual WHERE EXISTS (SELECT 1 FROM db_version WHERE revision = 'a1' AND status = 'reverting' AND statements_done = 0);
    IF due = 1 THEN
        EXECUTE IMMEDIATE 'DROP TABLE account';
        EXECUTE IMMEDIATE 'DELETE FROM db_version WHERE revision = ''a1''';
        EXECUTE IMMEDIATE 'COMMIT';
    END IF;
END;
/
EXIT SUCCESS
