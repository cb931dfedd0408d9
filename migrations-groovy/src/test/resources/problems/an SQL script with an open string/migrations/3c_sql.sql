-- revision: 3c
-- message: in SQL

-- upgrade
create table other (id int);
insert into other values ('one);
