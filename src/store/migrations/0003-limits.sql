-- What was spent of a limit that instances share. The columns are those of rate-limiter-flexible.
create table skipper.limits (
  key varchar(255) primary key,
  points integer not null default 0,
  expire bigint
);
--> statement-breakpoint
-- When something was done last that is done once for all instances.
create table skipper.moments (
  name text primary key,
  at timestamptz not null
);
