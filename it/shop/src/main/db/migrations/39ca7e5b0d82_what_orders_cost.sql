-- revision: 39ca7e5b0d82
-- down: 84b6e0d35c1f
-- message: what orders cost, and what is still owed

-- upgrade

create view order_total as
select order_id, count(*) as line_count, sum(quantity * unit_price) as amount
from order_line
group by order_id;

-- Authorised is not paid; only what was captured counts.
create view unpaid_order as
select o.id as order_id, o.customer_id, t.amount - coalesce(p.captured, 0) as due
from customer_order o
join order_total t on t.order_id = o.id
left join (
    select order_id, sum(amount) as captured
    from payment
    where status = 'captured'
    group by order_id
) p on p.order_id = o.id
where t.amount > coalesce(p.captured, 0);

-- downgrade

drop view unpaid_order;
drop view order_total;
