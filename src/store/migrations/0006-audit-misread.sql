-- What was misread: how sure the reading was, which answer a tap corrects, and the text where the operator keeps it.
alter table skipper.audit add column confidence double precision;
--> statement-breakpoint
alter table skipper.audit add column corrects text;
--> statement-breakpoint
alter table skipper.audit add column text text;
--> statement-breakpoint
create index audit_correlation on skipper.audit (correlation_id);
--> statement-breakpoint
create index audit_corrects on skipper.audit (at) where corrects is not null;
