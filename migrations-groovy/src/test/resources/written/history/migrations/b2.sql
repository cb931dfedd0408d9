-- revision: b2
-- down: a1
-- message: it's Übergröße
-- upgrade
-- limbeck:delimiter ;
insert into account (id, name) values (3, 'a;b'); -- the second
-- limbeck:delimiter ;
update account set name = 'c' /* it's; */ where id = 3 -- the last
-- downgrade
delete from account where id = 3
