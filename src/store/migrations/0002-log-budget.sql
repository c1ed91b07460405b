-- How often the provisioning log was asked of late, by all instances together: two rows, one a limit.
create table skipper.log_budget (
  key varchar(255) primary key,
  points integer not null default 0,
  expire bigint
);
