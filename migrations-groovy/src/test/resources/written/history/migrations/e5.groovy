revision 'e5', down: 'd4', message: 'a body of its own'

upgrade {
    execute postgresql: '''create function shout(what text) returns text as $$
begin
    return upper(what); -- louder
end;
$$ language plpgsql''',
            otherwise: 'create view shout as select upper(name) as name from account',
            reverse: [postgresql: 'drop function shout', otherwise: 'drop view shout']
    createIndex 'account', 'name', concurrently: true
}
