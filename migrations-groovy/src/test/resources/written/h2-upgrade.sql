-- upgrade from base to d4, for h2
-- run with: java -cp h2.jar org.h2.tools.RunScript -url URL -script FILE
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
INSERT INTO db_version (revision, message, script, checksum, applied_at, applied_by, duration_ms, statements, statements_done, status, journal) VALUES ('a1', 'create account', 'a1.groovy', '1:3eca2aaf3b809dc6a0d3d7415d6dbd724fced1612a0cc55210a468199b433c91', CURRENT_TIMESTAMP, CURRENT_USER, NULL, 2, 0, 'running', '>95b4');
CREATE TABLE account (
    id INTEGER NOT NULL,
    name VARCHAR(40),
    CONSTRAINT pk_account PRIMARY KEY (id)
);
UPDATE db_version SET statements_done = 1, journal = '0e52b979151a 95b4' WHERE revision = 'a1';
BEGIN;
INSERT INTO account (id, name) VALUES (1, 'Müller; it''s -- me')
;
UPDATE db_version SET statements_done = 2, status = 'applied', journal = NULL WHERE revision = 'a1';
COMMIT;

-- apply b2: it's Übergröße
INSERT INTO db_version (revision, message, script, checksum, applied_at, applied_by, duration_ms, statements, statements_done, status) VALUES ('b2', 'it''s Übergröße', 'b2.sql', '1:5f484445febc6aa5cfb9e7a8d02fce4f57e884a2d7714b3dbd3aa419e18455b3', CURRENT_TIMESTAMP, CURRENT_USER, NULL, 2, 0, 'running');
BEGIN;
insert into account values (2, 'a;b');
UPDATE db_version SET statements_done = 1, journal = '753e1aa47077 10f2 >ba6b' WHERE revision = 'b2';
COMMIT;
create index ix_name on account (name);
UPDATE db_version SET statements_done = 2, status = 'applied', journal = NULL WHERE revision = 'b2';

-- apply c3: long long long long long long long long long long long long long long long long long long long long…
INSERT INTO db_version (revision, message, script, checksum, applied_at, applied_by, duration_ms, statements, statements_done, status) VALUES ('c3', 'long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long…', 'c3.groovy', '1:8cf17fbb160a8058fa42d45221629daaf946f41e48acedae5705c50719c55198', CURRENT_TIMESTAMP, CURRENT_USER, NULL, 3, 0, 'running');
BEGIN;
UPDATE db_version SET journal = '>88e8' WHERE revision = 'c3';
update account set name = upper(name);
UPDATE db_version SET statements_done = 1, journal = '98c80f26b253 88e8' WHERE revision = 'c3';
COMMIT;
BEGIN;
INSERT INTO account (id, name) VALUES
    (7, 'sieben'),
    (8, NULL);
UPDATE db_version SET statements_done = 2, journal = '4615574f298d 88e8 8a3f' WHERE revision = 'c3';
COMMIT;
BEGIN;
update account set name = 'it''s' where id = 1;
UPDATE db_version SET statements_done = 3, status = 'applied', journal = NULL WHERE revision = 'c3';
COMMIT;

-- apply d4: merge
INSERT INTO db_version (revision, message, script, checksum, applied_at, applied_by, duration_ms, statements, statements_done, status) VALUES ('d4', 'merge', 'd4.groovy', '1:ffbafcad06d928553982e180af693d4c5004d07b944841978331ee4add9d4229', CURRENT_TIMESTAMP, CURRENT_USER, NULL, 0, 0, 'applied');
