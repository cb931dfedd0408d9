-- downgrade from d4 to b2, c3, for h2
-- run with: java -cp h2.jar org.h2.tools.RunScript -url URL -script FILE

-- start
SELECT CASE WHEN (SELECT COUNT(*) FROM db_version WHERE status = 'applied' AND revision IN ('d4')) = 1 AND (SELECT COUNT(*) FROM db_version WHERE revision NOT LIKE 'repeatable:%') = 4 THEN 1 ELSE SIGNAL('45000', 'this script starts from d4, but db_version stands elsewhere') END;

-- revert d4: merge
DELETE FROM db_version WHERE revision = 'd4';
