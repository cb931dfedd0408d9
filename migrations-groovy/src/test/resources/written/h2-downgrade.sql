-- downgrade from d4 to b2, c3, for h2
-- run with: java -cp h2.jar org.h2.tools.RunScript -url URL -script FILE

-- revert d4: merge
DELETE FROM db_version WHERE revision = 'd4';
