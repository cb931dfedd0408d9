-- revision: 3c
-- message: in SQL
-- lables: x

-- upgrade
create table other (id int);
