-- upgrade from base to d4, for postgresql
-- run with: psql -v ON_ERROR_STOP=1 -f FILE
\encoding UTF8
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

-- apply a1: create account
BEGIN;
CREATE TABLE account (
    id INTEGER NOT NULL,
    name VARCHAR(40),
    CONSTRAINT pk_account PRIMARY KEY (id)
);
INSERT INTO account (id, name) VALUES (1, 'Müller; it''s -- me')
;
INSERT INTO db_version (revision, message, script, checksum, applied_at, applied_by, duration_ms, statements, statements_done, status) VALUES ('a1', 'create account', 'a1.groovy', '1:3eca2aaf3b809dc6a0d3d7415d6dbd724fced1612a0cc55210a468199b433c91', CURRENT_TIMESTAMP, CURRENT_USER, NULL, 2, 2, 'applied');
COMMIT;

-- apply b2: it's Übergröße
BEGIN;
insert into account values (2, 'a;b');
create index ix_name on account (name);
INSERT INTO db_version (revision, message, script, checksum, applied_at, applied_by, duration_ms, statements, statements_done, status) VALUES ('b2', 'it''s Übergröße', 'b2.sql', '1:5f484445febc6aa5cfb9e7a8d02fce4f57e884a2d7714b3dbd3aa419e18455b3', CURRENT_TIMESTAMP, CURRENT_USER, NULL, 2, 2, 'applied');
COMMIT;

-- apply c3: long long long long long long long long long long long long long long long long long long long long…
BEGIN;
update account set name = upper(name);
INSERT INTO account (id, name) VALUES
    (7, 'sieben'),
    (8, NULL);
update account set name = 'it''s' where id = 1;
INSERT INTO db_version (revision, message, script, checksum, applied_at, applied_by, duration_ms, statements, statements_done, status) VALUES ('c3', 'long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long…', 'c3.groovy', '1:8cf17fbb160a8058fa42d45221629daaf946f41e48acedae5705c50719c55198', CURRENT_TIMESTAMP, CURRENT_USER, NULL, 3, 3, 'applied');
COMMIT;

-- apply d4: merge
BEGIN;
INSERT INTO db_version (revision, message, script, checksum, applied_at, applied_by, duration_ms, statements, statements_done, status) VALUES ('d4', 'merge', 'd4.groovy', '1:ffbafcad06d928553982e180af693d4c5004d07b944841978331ee4add9d4229', CURRENT_TIMESTAMP, CURRENT_USER, NULL, 0, 0, 'applied');
COMMIT;
