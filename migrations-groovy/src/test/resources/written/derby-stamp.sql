-- stamp from base to d4, for derby
-- run with: java -Dderby.ui.codeset=UTF-8 org.apache.derby.tools.ij FILE
AUTOCOMMIT OFF;
CREATE TABLE db_version (
    revision VARCHAR(128) NOT NULL,
    message VARCHAR(500),
    script VARCHAR(500),
    checksum VARCHAR(128),
    applied_at TIMESTAMP NOT NULL,
    applied_by VARCHAR(128),
    duration_ms BIGINT,
    statements INTEGER NOT NULL,
    statements_done INTEGER NOT NULL,
    status VARCHAR(16) NOT NULL,
    journal VARCHAR(500),
    CONSTRAINT pk_db_version PRIMARY KEY (revision)
);

-- stamp d4
INSERT INTO db_version (revision, message, script, checksum, applied_at, applied_by, duration_ms, statements, statements_done, status) VALUES ('a1', 'create account', 'a1.groovy', '1:3eca2aaf3b809dc6a0d3d7415d6dbd724fced1612a0cc55210a468199b433c91', CURRENT_TIMESTAMP, CURRENT_USER, NULL, 0, 0, 'applied');
INSERT INTO db_version (revision, message, script, checksum, applied_at, applied_by, duration_ms, statements, statements_done, status) VALUES ('b2', 'it''s Übergröße', 'b2.sql', '1:5f484445febc6aa5cfb9e7a8d02fce4f57e884a2d7714b3dbd3aa419e18455b3', CURRENT_TIMESTAMP, CURRENT_USER, NULL, 0, 0, 'applied');
INSERT INTO db_version (revision, message, script, checksum, applied_at, applied_by, duration_ms, statements, statements_done, status) VALUES ('c3', 'long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long…', 'c3.groovy', '1:8cf17fbb160a8058fa42d45221629daaf946f41e48acedae5705c50719c55198', CURRENT_TIMESTAMP, CURRENT_USER, NULL, 0, 0, 'applied');
INSERT INTO db_version (revision, message, script, checksum, applied_at, applied_by, duration_ms, statements, statements_done, status) VALUES ('d4', 'merge', 'd4.groovy', '1:ffbafcad06d928553982e180af693d4c5004d07b944841978331ee4add9d4229', CURRENT_TIMESTAMP, CURRENT_USER, NULL, 0, 0, 'applied');
COMMIT;
