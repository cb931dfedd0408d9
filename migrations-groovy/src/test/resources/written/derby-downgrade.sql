-- downgrade from d4 to base, for derby
-- run with: java -Dderby.ui.codeset=UTF-8 org.apache.derby.tools.ij FILE
AUTOCOMMIT OFF;

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
drop index ix_name;
delete from account where id = 2;
DELETE FROM db_version WHERE revision = 'b2';
COMMIT;

-- revert a1: create account
DROP TABLE account;
DELETE FROM db_version WHERE revision = 'a1';
COMMIT;
