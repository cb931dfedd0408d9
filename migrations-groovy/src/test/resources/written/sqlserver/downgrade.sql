-- downgrade from e5 to base, for sqlserver
-- run with: sqlcmd -b -I -x -f 65001 -i FILE
:on error exit
SET QUOTED_IDENTIFIER ON;
SET XACT_ABORT ON;
SET NOCOUNT ON;
GO

-- stop here unless the database stands where this script starts
IF NOT ((SELECT COUNT(*) FROM db_version WHERE status = 'applied' AND revision IN ('e5')) = 1 AND (SELECT COUNT(*) FROM db_version WHERE revision NOT LIKE 'repeatable:%') = 5)
    THROW 50000, N'this script starts from e5, but db_version stands elsewhere', 1;
GO

-- revert e5: a body of its own
BEGIN TRANSACTION;
GO
DROP INDEX ix_account_name ON account;
GO
drop view shout;
GO
DELETE FROM db_version WHERE revision = 'e5';
GO
COMMIT;
GO

-- revert d4: merge
BEGIN TRANSACTION;
GO
DELETE FROM db_version WHERE revision = 'd4';
GO
COMMIT;
GO

-- revert c3: long long long long long long long long long long long long long long long long long long long long…
BEGIN TRANSACTION;
GO
update account set name = 'x' where id = 1;
GO
DELETE FROM account WHERE id = 7;
GO
DELETE FROM account WHERE id = 8;
GO
update account set name = 'x';
GO
DELETE FROM db_version WHERE revision = 'c3';
GO
COMMIT;
GO

-- revert b2: it's Übergröße
BEGIN TRANSACTION;
GO
delete from account where id = 3;
GO
DELETE FROM db_version WHERE revision = 'b2';
GO
COMMIT;
GO

-- revert a1: create account
BEGIN TRANSACTION;
GO
DROP TABLE account;
GO
DELETE FROM db_version WHERE revision = 'a1';
GO
COMMIT;
GO
