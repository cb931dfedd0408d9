-- revision: 7d405edf26b8
-- down: 5b2e3cbd04f6
-- message: notes
-- labels: notes

-- upgrade
create table note (id integer not null primary key, text varchar(40));
insert into note (id, text) values (1, 'one');
insert into note (id, text) select id + 1, text from note;
update note set text = 'two' where id = 2;
create table remark (id integer);

-- downgrade
drop table remark;
delete from note;
drop table note;
