-- Names, to find a line again when the object is gone; how it was asked. The bot answers one tenant only.
alter table skipper.audit add column asker_name text;
--> statement-breakpoint
alter table skipper.audit add column how text not null default 'typed';
--> statement-breakpoint
alter table skipper.audit add column subject_name text;
--> statement-breakpoint
alter table skipper.audit add column app_name text;
--> statement-breakpoint
alter table skipper.audit drop column tenant_id;
