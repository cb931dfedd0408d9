-- downgrade from e5 to base, for sqlserver; what a database has already is left out
-- run with: sqlcmd -b -I -x -f 65001 -i FILE
:on error exit
SET QUOTED_IDENTIFIER ON;
SET XACT_ABORT ON;
SET NOCOUNT ON;
GO

-- stop here unless the database stands where this script starts
IF NOT ((SELECT COUNT(*) FROM db_version WHERE status <> 'applied') = 0)
    THROW 50000, N'this script starts from whole revisions, but db_version stands elsewhere', 1;
GO

-- revert e5: a body of its own
BEGIN TRANSACTION;
GO
IF EXISTS (SELECT 1 FROM db_version WHERE revision = 'e5' AND status = 'applied')
BEGIN
    EXEC (N'DROP INDEX ix_account_name ON account');
    EXEC (N'drop view shout');
    EXEC (N'DELETE FROM db_version WHERE revision = ''e5''');
END;
GO
COMMIT;
GO

-- revert d4: merge
BEGIN TRANSACTION;
GO
IF EXISTS (SELECT 1 FROM db_version WHERE revision = 'd4' AND status = 'applied')
BEGIN
    EXEC (N'DELETE FROM db_version WHERE revision = ''d4''');
END;
GO
COMMIT;
GO

-- revert c3: long long long long long long long long long long long long long long long long long long long long…
BEGIN TRANSACTION;
GO
IF EXISTS (SELECT 1 FROM db_version WHERE revision = 'c3' AND status = 'applied')
BEGIN
    EXEC (N'update account set name = ''x'' where id = 1');
    EXEC (N'DELETE FROM account WHERE id = 7');
    EXEC (N'DELETE FROM account WHERE id = 8');
    EXEC (N'update account set name = ''x''');
    EXEC (N'DELETE FROM db_version WHERE revision = ''c3''');
END;
GO
COMMIT;
GO

-- revert b2: it's Übergröße
BEGIN TRANSACTION;
GO
IF EXISTS (SELECT 1 FROM db_version WHERE revision = 'b2' AND status = 'applied')
BEGIN
    EXEC (N'delete from account where id = 3');
    EXEC (N'DELETE FROM db_version WHERE revision = ''b2''');
END;
GO
COMMIT;
GO

-- revert a1: create account
BEGIN TRANSACTION;
GO
IF EXISTS (SELECT 1 FROM db_version WHERE revision = 'a1' AND status = 'applied')
BEGIN
    EXEC (N'DROP TABLE account');
    EXEC (N'DELETE FROM db_version WHERE revision = ''a1''');
END;
GO
COMMIT;
GO
