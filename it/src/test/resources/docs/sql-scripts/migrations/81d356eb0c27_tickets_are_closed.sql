-- revision: 81d356eb0c27
-- down: 70c245dafb16
-- message: tickets are closed

-- upgrade

alter table ticket add column closed_on date;

-- downgrade

alter table ticket drop column closed_on;
