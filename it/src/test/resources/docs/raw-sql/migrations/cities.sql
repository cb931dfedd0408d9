insert into city values (2, 'Graz');
insert into city values (3, 'Linz; on the Danube');
