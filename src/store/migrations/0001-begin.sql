-- Conversations that Skipper may speak into, and what it takes to do so.
create table skipper.conversations (
  id text primary key,
  type text not null,
  tenant_id text,
  reference jsonb not null,
  seen_at timestamptz not null,
  removed_at timestamptz
);
--> statement-breakpoint
-- What a conversation is told about. app_id '' stands for all apps, so that one unique index covers both.
create table skipper.subscriptions (
  id uuid primary key,
  conversation_id text not null references skipper.conversations (id),
  app_id text not null,
  app_name text,
  by_object_id text,
  by_name text,
  about text not null,
  digest_at text,
  digest_zone text,
  locale text not null,
  time_zone text not null,
  muted_until timestamptz,
  state text not null,
  state_reason text,
  state_at timestamptz,
  delivery_at timestamptz,
  delivery_outcome text,
  delivery_code text,
  created_at timestamptz not null,
  unique (conversation_id, app_id)
);
--> statement-breakpoint
create index subscriptions_app on skipper.subscriptions (app_id) where state = 'active';
--> statement-breakpoint
-- What was last seen of a job, so that a change is told once.
create table skipper.watched_jobs (
  app_id text not null,
  job_id text not null,
  app_name text not null,
  state jsonb,
  changed_at timestamptz not null,
  primary key (app_id, job_id)
);
--> statement-breakpoint
-- What a look noticed: written together with the job's new state.
create table skipper.messages (
  id uuid primary key,
  app_id text not null,
  job_id text not null,
  app_name text not null,
  changes jsonb not null,
  summary jsonb,
  noticed_at timestamptz not null,
  told_at timestamptz
);
--> statement-breakpoint
create index messages_noticed on skipper.messages (noticed_at);
--> statement-breakpoint
-- What the log told of a cycle: what is new since the one before, and the trend.
create table skipper.cycles (
  app_id text not null,
  job_id text not null,
  ended_at timestamptz not null,
  summary jsonb not null,
  primary key (app_id, job_id, ended_at)
);
--> statement-breakpoint
-- One card to one conversation; a digest holds several messages.
create table skipper.deliveries (
  id uuid primary key,
  key text not null unique,
  conversation_id text not null,
  subscription_id uuid not null,
  state text not null,
  due_at timestamptz not null,
  attempts integer not null default 0,
  code text,
  activity_id text,
  created_at timestamptz not null,
  settled_at timestamptz
);
--> statement-breakpoint
create index deliveries_subscription on skipper.deliveries (subscription_id) where state = 'waiting';
--> statement-breakpoint
create table skipper.delivery_messages (
  delivery_id uuid not null references skipper.deliveries (id) on delete cascade,
  message_id uuid not null references skipper.messages (id) on delete cascade,
  primary key (delivery_id, message_id)
);
--> statement-breakpoint
-- Who asked what, and what came of it. No text of a question, no attribute value.
create table skipper.audit (
  id uuid primary key,
  at timestamptz not null,
  correlation_id text not null,
  object_id text,
  tenant_id text,
  place_type text,
  conversation_id text,
  question_kind text,
  subject_type text,
  subject_id text,
  app_id text,
  verdict text,
  cause text,
  outcome text not null,
  graph_request_ids jsonb not null default '[]'
);
--> statement-breakpoint
create index audit_at on skipper.audit (at);
