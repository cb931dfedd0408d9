-- downgrade from e5 to base, for hsqldb; what a database has already is left out
-- run with: java -Dsqlfile.charset=UTF-8 -jar sqltool.jar --inlineRc=url=URL,user=USER FILE
\c false
\a false

-- revert e5: a body of its own
* due ~
SELECT CASE WHEN EXISTS (SELECT 1 FROM db_version WHERE revision = 'e5' AND status = 'applied') THEN 1 ELSE 0 END FROM (VALUES (0));
* if (*due == 1)
UPDATE db_version SET statements = 2, statements_done = 0, status = 'reverting', journal = '>aa41' WHERE revision = 'e5';
COMMIT;
* end if
* due ~
SELECT CASE WHEN EXISTS (SELECT 1 FROM db_version WHERE revision = 'e5' AND status = 'reverting' AND statements_done = 0) THEN 1 ELSE 0 END FROM (VALUES (0));
* if (*due == 1)
DROP INDEX ix_account_name;
UPDATE db_version SET statements_done = 1, journal = 'acad8fe97e7b aa41 >27b2' WHERE revision = 'e5';
COMMIT;
* end if
* due ~
SELECT CASE WHEN EXISTS (SELECT 1 FROM db_version WHERE revision = 'e5' AND status = 'reverting' AND statements_done = 1) THEN 1 ELSE 0 END FROM (VALUES (0));
* if (*due == 1)
drop view shout;
DELETE FROM db_version WHERE revision = 'e5';
COMMIT;
* end if

-- revert d4: merge
* due ~
SELECT CASE WHEN EXISTS (SELECT 1 FROM db_version WHERE revision = 'd4' AND status = 'applied') THEN 1 ELSE 0 END FROM (VALUES (0));
* if (*due == 1)
DELETE FROM db_version WHERE revision = 'd4';
COMMIT;
* end if

-- revert c3: long long long long long long long long long long long long long long long long long long long long…
* due ~
SELECT CASE WHEN EXISTS (SELECT 1 FROM db_version WHERE revision = 'c3' AND status = 'applied') THEN 1 ELSE 0 END FROM (VALUES (0));
* if (*due == 1)
UPDATE db_version SET statements = 3, statements_done = 0, status = 'reverting', journal = NULL WHERE revision = 'c3';
COMMIT;
* end if
* due ~
SELECT CASE WHEN EXISTS (SELECT 1 FROM db_version WHERE revision = 'c3' AND status = 'reverting' AND statements_done = 0) THEN 1 ELSE 0 END FROM (VALUES (0));
* if (*due == 1)
update account set name = 'x' where id = 1;
UPDATE db_version SET statements_done = 1, journal = 'b2f28fffa09a 8663' WHERE revision = 'c3';
COMMIT;
* end if
* due ~
SELECT CASE WHEN EXISTS (SELECT 1 FROM db_version WHERE revision = 'c3' AND status = 'reverting' AND statements_done = 1) THEN 1 ELSE 0 END FROM (VALUES (0));
* if (*due == 1)
DELETE FROM account WHERE id = 7;
DELETE FROM account WHERE id = 8;
UPDATE db_version SET statements_done = 2, journal = '426b741d2d34 8663 ec81' WHERE revision = 'c3';
COMMIT;
* end if
* due ~
SELECT CASE WHEN EXISTS (SELECT 1 FROM db_version WHERE revision = 'c3' AND status = 'reverting' AND statements_done = 2) THEN 1 ELSE 0 END FROM (VALUES (0));
* if (*due == 1)
UPDATE db_version SET journal = '426b741d2d34 8663 ec81 >88e8' WHERE revision = 'c3';
update account set name = 'x';
DELETE FROM db_version WHERE revision = 'c3';
COMMIT;
* end if

-- revert b2: it's Übergröße
* due ~
SELECT CASE WHEN EXISTS (SELECT 1 FROM db_version WHERE revision = 'b2' AND status = 'applied') THEN 1 ELSE 0 END FROM (VALUES (0));
* if (*due == 1)
UPDATE db_version SET statements = 1, statements_done = 0, status = 'reverting', journal = NULL WHERE revision = 'b2';
COMMIT;
* end if
* due ~
SELECT CASE WHEN EXISTS (SELECT 1 FROM db_version WHERE revision = 'b2' AND status = 'reverting' AND statements_done = 0) THEN 1 ELSE 0 END FROM (VALUES (0));
* if (*due == 1)
delete from account where id = 3;
DELETE FROM db_version WHERE revision = 'b2';
COMMIT;
* end if

-- revert a1: create account
* due ~
SELECT CASE WHEN EXISTS (SELECT 1 FROM db_version WHERE revision = 'a1' AND status = 'applied') THEN 1 ELSE 0 END FROM (VALUES (0));
* if (*due == 1)
UPDATE db_version SET statements = 1, statements_done = 0, status = 'reverting', journal = '>bc1e' WHERE revision = 'a1';
COMMIT;
* end if
* due ~
SELECT CASE WHEN EXISTS (SELECT 1 FROM db_version WHERE revision = 'a1' AND status = 'reverting' AND statements_done = 0) THEN 1 ELSE 0 END FROM (VALUES (0));
* if (*due == 1)
DROP TABLE account;
DELETE FROM db_version WHERE revision = 'a1';
COMMIT;
* end if
