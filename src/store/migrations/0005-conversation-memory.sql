-- What a conversation was last told, by the hash of the conversation and the person: ids alone, for a quarter of an hour.
create table skipper.conversation_memory (
  key text primary key,
  value jsonb not null,
  at timestamptz not null
);
--> statement-breakpoint
create index conversation_memory_at on skipper.conversation_memory (at);
