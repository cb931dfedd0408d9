-- revision: 70c245dafb16
-- message: create ticket

-- upgrade

create table ticket (
    id bigint not null primary key,
    title varchar(200) not null
);

insert into ticket values (1, 'semicolons; in strings do not end a statement');

-- downgrade

drop table ticket;
