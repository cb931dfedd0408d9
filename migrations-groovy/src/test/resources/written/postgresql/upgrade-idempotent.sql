-- upgrade from base to e5, for postgresql; what a database has already is left out
-- run with: psql -X -v ON_ERROR_STOP=1 -f FILE
\set ON_ERROR_STOP on
\encoding UTF8
CREATE TABLE IF NOT EXISTS db_version (
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
DO $block$
BEGIN
    IF NOT EXISTS (SELECT 1 FROM db_version WHERE revision = 'a1') THEN
        EXECUTE $sql$CREATE TABLE account (
    id INTEGER NOT NULL,
    name VARCHAR(40),
    created TIMESTAMP DEFAULT CURRENT_TIMESTAMP,
    CONSTRAINT pk_account PRIMARY KEY (id)
)$sql$;
        EXECUTE $sql$INSERT INTO account (id, name) VALUES
    (1, 'Müller; it''s -- me'),
    (2, 'two
lines')$sql$;
        EXECUTE $sql$INSERT INTO db_version (revision, message, script, checksum, applied_at, applied_by, duration_ms, statements, statements_done, status) VALUES ('a1', 'create account', 'a1.groovy', '1:09cfac9751b01c99ea6d3c79131a3f5cdd4a9fd0bef6f1e06d5a57c631d05d62~6b95f251', CURRENT_TIMESTAMP, CURRENT_USER, NULL, 2, 2, 'applied')$sql$;
    END IF;
END
$block$;
COMMIT;

-- apply b2: it's Übergröße
BEGIN;
DO $block$
BEGIN
    IF NOT EXISTS (SELECT 1 FROM db_version WHERE revision = 'b2') THEN
        EXECUTE $sql$insert into account (id, name) values (3, 'a;b')$sql$;
        EXECUTE $sql$update account set name = 'c' /* it's; */ where id = 3$sql$;
        EXECUTE $sql$INSERT INTO db_version (revision, message, script, checksum, applied_at, applied_by, duration_ms, statements, statements_done, status) VALUES ('b2', 'it''s Übergröße', 'b2.sql', '1:1ef2243bd9a3313ec83fe26ef1438a154202c90304758a584999323f2d5601b2~b05fd834', CURRENT_TIMESTAMP, CURRENT_USER, NULL, 2, 2, 'applied')$sql$;
    END IF;
END
$block$;
COMMIT;

-- apply c3: long long long long long long long long long long long long long long long long long long long long…
BEGIN;
DO $block$
BEGIN
    IF NOT EXISTS (SELECT 1 FROM db_version WHERE revision = 'c3') THEN
        EXECUTE $sql$update account set name = upper(name)$sql$;
        EXECUTE $sql$INSERT INTO account (id, name) VALUES
    (7, 'sieben'),
    (8, NULL)$sql$;
        EXECUTE $sql$update account set name = 'it''s' where id = 1$sql$;
        EXECUTE $sql$INSERT INTO db_version (revision, message, script, checksum, applied_at, applied_by, duration_ms, statements, statements_done, status) VALUES ('c3', 'long long long long long long long long long long long long long long long long long long long long long long long long long', 'c3.groovy', '1:d92906b5796dfa9b21ceaec8697ef8eb27b5a98b1148b82f8ea129607cd2f8fe~ed19e4d8', CURRENT_TIMESTAMP, CURRENT_USER, NULL, 3, 3, 'applied')$sql$;
    END IF;
END
$block$;
COMMIT;

-- apply d4: merge
BEGIN;
DO $block$
BEGIN
    IF NOT EXISTS (SELECT 1 FROM db_version WHERE revision = 'd4') THEN
        EXECUTE $sql$INSERT INTO db_version (revision, message, script, checksum, applied_at, applied_by, duration_ms, statements, statements_done, status) VALUES ('d4', 'merge', 'd4.groovy', '1:ffbafcad06d928553982e180af693d4c5004d07b944841978331ee4add9d4229~35efb686', CURRENT_TIMESTAMP, CURRENT_USER, NULL, 0, 0, 'applied')$sql$;
    END IF;
END
$block$;
COMMIT;

-- apply e5: a body of its own
SELECT NOT EXISTS (SELECT 1 FROM db_version WHERE revision = 'e5') AS due \gset
\if :due
INSERT INTO db_version (revision, message, script, checksum, applied_at, applied_by, duration_ms, statements, statements_done, status) VALUES ('e5', 'a body of its own', 'e5.groovy', '1:f3bacc16061084508eeeb6c848410244ceecd364b703b55e4688647c0b084009~fb255b31', CURRENT_TIMESTAMP, CURRENT_USER, NULL, 2, 0, 'running');
\endif
BEGIN;
DO $block$
BEGIN
    IF EXISTS (SELECT 1 FROM db_version WHERE revision = 'e5' AND status = 'running' AND statements_done = 0) THEN
        EXECUTE $sql$create function shout(what text) returns text as $$
begin
    return upper(what); -- louder
end;
$$ language plpgsql$sql$;
        EXECUTE $sql$UPDATE db_version SET statements_done = 1, journal = '93575cdfa9cf b88e >9dd9' WHERE revision = 'e5'$sql$;
    END IF;
END
$block$;
COMMIT;
SELECT EXISTS (SELECT 1 FROM db_version WHERE revision = 'e5' AND status = 'running' AND statements_done = 1) AS due \gset
\if :due
CREATE INDEX CONCURRENTLY ix_account_name ON account (name);
UPDATE db_version SET status = 'applied', journal = NULL, statements_done = 2 WHERE revision = 'e5';
\endif

-- apply repeatable:names
BEGIN;
DO $block$
BEGIN
    IF NOT EXISTS (SELECT 1 FROM db_version WHERE revision = 'repeatable:names' AND checksum = '1:dca89c9baebe0d4dd6abfe355b0ba85698a3bb9241e12060ec9d00bdde05c14b') THEN
        EXECUTE $sql$DELETE FROM db_version WHERE revision = 'repeatable:names'$sql$;
        EXECUTE $sql$UPDATE account SET name = '$name \ &name :name $(name)' WHERE id = 2$sql$;
        EXECUTE $sql$INSERT INTO db_version (revision, message, script, checksum, applied_at, applied_by, duration_ms, statements, statements_done, status) VALUES ('repeatable:names', '', 'r.groovy', '1:dca89c9baebe0d4dd6abfe355b0ba85698a3bb9241e12060ec9d00bdde05c14b', CURRENT_TIMESTAMP, CURRENT_USER, NULL, 1, 1, 'applied')$sql$;
    END IF;
END
$block$;
COMMIT;
