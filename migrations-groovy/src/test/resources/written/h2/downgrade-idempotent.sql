-- downgrade from e5 to base, for h2; what a database has already is left out
-- run with: java -cp h2.jar org.h2.tools.RunScript -url URL -script FILE

-- revert e5: a body of its own
EXECUTE IMMEDIATE CASE WHEN EXISTS (SELECT 1 FROM db_version WHERE revision = 'e5' AND status = 'applied')
THEN 'UPDATE db_version SET statements = 2, statements_done = 0, status = ''reverting'', journal = ''>aa41'' WHERE revision = ''e5'''
ELSE 'SET @skipped TRUE' END;
EXECUTE IMMEDIATE CASE WHEN EXISTS (SELECT 1 FROM db_version WHERE revision = 'e5' AND status = 'reverting' AND statements_done = 0)
THEN 'DROP INDEX ix_account_name'
ELSE 'SET @skipped TRUE' END;
EXECUTE IMMEDIATE CASE WHEN EXISTS (SELECT 1 FROM db_version WHERE revision = 'e5' AND status = 'reverting' AND statements_done = 0)
THEN 'UPDATE db_version SET statements_done = 1, journal = ''acad8fe97e7b aa41 >27b2'' WHERE revision = ''e5'''
ELSE 'SET @skipped TRUE' END;
EXECUTE IMMEDIATE CASE WHEN EXISTS (SELECT 1 FROM db_version WHERE revision = 'e5' AND status = 'reverting' AND statements_done = 1)
THEN 'drop view shout'
ELSE 'SET @skipped TRUE' END;
EXECUTE IMMEDIATE CASE WHEN EXISTS (SELECT 1 FROM db_version WHERE revision = 'e5' AND status = 'reverting' AND statements_done = 1)
THEN 'DELETE FROM db_version WHERE revision = ''e5'''
ELSE 'SET @skipped TRUE' END;

-- revert d4: merge
EXECUTE IMMEDIATE CASE WHEN EXISTS (SELECT 1 FROM db_version WHERE revision = 'd4' AND status = 'applied')
THEN 'DELETE FROM db_version WHERE revision = ''d4'''
ELSE 'SET @skipped TRUE' END;

-- revert c3: long long long long long long long long long long long long long long long long long long long long…
EXECUTE IMMEDIATE CASE WHEN EXISTS (SELECT 1 FROM db_version WHERE revision = 'c3' AND status = 'applied')
THEN 'UPDATE db_version SET statements = 3, statements_done = 0, status = ''reverting'', journal = NULL WHERE revision = ''c3'''
ELSE 'SET @skipped TRUE' END;
BEGIN;
EXECUTE IMMEDIATE CASE WHEN EXISTS (SELECT 1 FROM db_version WHERE revision = 'c3' AND status = 'reverting' AND statements_done = 0)
THEN 'update account set name = ''x'' where id = 1'
ELSE 'SET @skipped TRUE' END;
EXECUTE IMMEDIATE CASE WHEN EXISTS (SELECT 1 FROM db_version WHERE revision = 'c3' AND status = 'reverting' AND statements_done = 0)
THEN 'UPDATE db_version SET statements_done = 1, journal = ''b2f28fffa09a 8663'' WHERE revision = ''c3'''
ELSE 'SET @skipped TRUE' END;
COMMIT;
BEGIN;
EXECUTE IMMEDIATE CASE WHEN EXISTS (SELECT 1 FROM db_version WHERE revision = 'c3' AND status = 'reverting' AND statements_done = 1)
THEN 'DELETE FROM account WHERE id = 7'
ELSE 'SET @skipped TRUE' END;
EXECUTE IMMEDIATE CASE WHEN EXISTS (SELECT 1 FROM db_version WHERE revision = 'c3' AND status = 'reverting' AND statements_done = 1)
THEN 'DELETE FROM account WHERE id = 8'
ELSE 'SET @skipped TRUE' END;
EXECUTE IMMEDIATE CASE WHEN EXISTS (SELECT 1 FROM db_version WHERE revision = 'c3' AND status = 'reverting' AND statements_done = 1)
THEN 'UPDATE db_version SET statements_done = 2, journal = ''426b741d2d34 8663 ec81'' WHERE revision = ''c3'''
ELSE 'SET @skipped TRUE' END;
COMMIT;
BEGIN;
EXECUTE IMMEDIATE CASE WHEN EXISTS (SELECT 1 FROM db_version WHERE revision = 'c3' AND status = 'reverting' AND statements_done = 2)
THEN 'UPDATE db_version SET journal = ''426b741d2d34 8663 ec81 >88e8'' WHERE revision = ''c3'''
ELSE 'SET @skipped TRUE' END;
EXECUTE IMMEDIATE CASE WHEN EXISTS (SELECT 1 FROM db_version WHERE revision = 'c3' AND status = 'reverting' AND statements_done = 2)
THEN 'update account set name = ''x'''
ELSE 'SET @skipped TRUE' END;
EXECUTE IMMEDIATE CASE WHEN EXISTS (SELECT 1 FROM db_version WHERE revision = 'c3' AND status = 'reverting' AND statements_done = 2)
THEN 'DELETE FROM db_version WHERE revision = ''c3'''
ELSE 'SET @skipped TRUE' END;
COMMIT;

-- revert b2: it's Übergröße
EXECUTE IMMEDIATE CASE WHEN EXISTS (SELECT 1 FROM db_version WHERE revision = 'b2' AND status = 'applied')
THEN 'UPDATE db_version SET statements = 1, statements_done = 0, status = ''reverting'', journal = NULL WHERE revision = ''b2'''
ELSE 'SET @skipped TRUE' END;
BEGIN;
EXECUTE IMMEDIATE CASE WHEN EXISTS (SELECT 1 FROM db_version WHERE revision = 'b2' AND status = 'reverting' AND statements_done = 0)
THEN 'delete from account where id = 3'
ELSE 'SET @skipped TRUE' END;
EXECUTE IMMEDIATE CASE WHEN EXISTS (SELECT 1 FROM db_version WHERE revision = 'b2' AND status = 'reverting' AND statements_done = 0)
THEN 'DELETE FROM db_version WHERE revision = ''b2'''
ELSE 'SET @skipped TRUE' END;
COMMIT;

-- revert a1: create account
EXECUTE IMMEDIATE CASE WHEN EXISTS (SELECT 1 FROM db_version WHERE revision = 'a1' AND status = 'applied')
THEN 'UPDATE db_version SET statements = 1, statements_done = 0, status = ''reverting'', journal = ''>bc1e'' WHERE revision = ''a1'''
ELSE 'SET @skipped TRUE' END;
EXECUTE IMMEDIATE CASE WHEN EXISTS (SELECT 1 FROM db_version WHERE revision = 'a1' AND status = 'reverting' AND statements_done = 0)
THEN 'DROP TABLE account'
ELSE 'SET @skipped TRUE' END;
EXECUTE IMMEDIATE CASE WHEN EXISTS (SELECT 1 FROM db_version WHERE revision = 'a1' AND status = 'reverting' AND statements_done = 0)
THEN 'DELETE FROM db_version WHERE revision = ''a1'''
ELSE 'SET @skipped TRUE' END;
