-- stamp from base to e5, for sqlserver
-- run with: sqlcmd -b -I -x -f 65001 -i FILE
:on error exit
SET QUOTED_IDENTIFIER ON;
SET XACT_ABORT ON;
SET NOCOUNT ON;
GO
BEGIN TRANSACTION;
GO
IF OBJECT_ID(N'db_version') IS NULL
    CREATE TABLE db_version (
        revision VARCHAR(128) NOT NULL,
        message NVARCHAR(500) NULL,
        script NVARCHAR(500) NULL,
        checksum VARCHAR(128) NULL,
        applied_at DATETIME2(6) NOT NULL,
        applied_by VARCHAR(128) NULL,
        duration_ms BIGINT NULL,
        statements INT NOT NULL,
        statements_done INT NOT NULL,
        status VARCHAR(16) NOT NULL,
        journal VARCHAR(500) NULL,
        CONSTRAINT pk_db_version PRIMARY KEY (revision)
    );
GO

-- stop here unless the database stands where this script starts
IF NOT ((SELECT COUNT(*) FROM db_version) = 0)
    THROW 50000, N'this script starts from base, but db_version stands elsewhere', 1;
GO

-- stamp e5
INSERT INTO db_version (revision, message, script, checksum, applied_at, applied_by, duration_ms, statements, statements_done, status) VALUES ('a1', 'create account', 'a1.groovy', '1:09cfac9751b01c99ea6d3c79131a3f5cdd4a9fd0bef6f1e06d5a57c631d05d62~6b95f251', SYSDATETIME(), SUSER_SNAME(), NULL, 0, 0, 'applied');
GO
INSERT INTO db_version (revision, message, script, checksum, applied_at, applied_by, duration_ms, statements, statements_done, status) VALUES ('b2', N'it''s Übergröße', 'b2.sql', '1:1ef2243bd9a3313ec83fe26ef1438a154202c90304758a584999323f2d5601b2~b05fd834', SYSDATETIME(), SUSER_SNAME(), NULL, 0, 0, 'applied');
GO
INSERT INTO db_version (revision, message, script, checksum, applied_at, applied_by, duration_ms, statements, statements_done, status) VALUES ('c3', 'long long long long long long long long long long long long long long long long long long long long long long long long long', 'c3.groovy', '1:d92906b5796dfa9b21ceaec8697ef8eb27b5a98b1148b82f8ea129607cd2f8fe~ed19e4d8', SYSDATETIME(), SUSER_SNAME(), NULL, 0, 0, 'applied');
GO
INSERT INTO db_version (revision, message, script, checksum, applied_at, applied_by, duration_ms, statements, statements_done, status) VALUES ('d4', 'merge', 'd4.groovy', '1:ffbafcad06d928553982e180af693d4c5004d07b944841978331ee4add9d4229~35efb686', SYSDATETIME(), SUSER_SNAME(), NULL, 0, 0, 'applied');
GO
INSERT INTO db_version (revision, message, script, checksum, applied_at, applied_by, duration_ms, statements, statements_done, status) VALUES ('e5', 'a body of its own', 'e5.groovy', '1:f3bacc16061084508eeeb6c848410244ceecd364b703b55e4688647c0b084009~fb255b31', SYSDATETIME(), SUSER_SNAME(), NULL, 0, 0, 'applied');
GO
COMMIT;
GO
