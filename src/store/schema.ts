import { doublePrecision, integer, pgSchema, primaryKey, uuid } from 'drizzle-orm/pg-core';
import { json, moment, text } from './columns.ts';

/** The tables as the code reads them. The SQL that makes them stands in migrations/; a test compares the two. */
const skipper = pgSchema('skipper');

export const conversations = skipper.table('conversations', {
  /** A channel is one conversation, whichever thread is spoken in. */
  id: text('id').primaryKey(),
  type: text('type').notNull(),
  tenantId: text('tenant_id'),
  /** Plain JSON, of teams/ alone to read. */
  reference: json('reference').notNull(),
  seenAt: moment('seen_at').notNull(),
  removedAt: moment('removed_at'),
});

export const subscriptions = skipper.table('subscriptions', {
  id: uuid('id').primaryKey(),
  conversationId: text('conversation_id').notNull(),
  /** '' for all apps. */
  appId: text('app_id').notNull(),
  appName: text('app_name'),
  byObjectId: text('by_object_id'),
  byName: text('by_name'),
  about: text('about').notNull(),
  digestAt: text('digest_at'),
  digestZone: text('digest_zone'),
  locale: text('locale').notNull(),
  timeZone: text('time_zone').notNull(),
  mutedUntil: moment('muted_until'),
  state: text('state').notNull(),
  stateReason: text('state_reason'),
  stateAt: moment('state_at'),
  deliveryAt: moment('delivery_at'),
  deliveryOutcome: text('delivery_outcome'),
  deliveryCode: text('delivery_code'),
  createdAt: moment('created_at').notNull(),
});

export const watchedJobs = skipper.table(
  'watched_jobs',
  {
    appId: text('app_id').notNull(),
    jobId: text('job_id').notNull(),
    appName: text('app_name').notNull(),
    /** A JobState; null until the first look is done. */
    state: json('state'),
    changedAt: moment('changed_at').notNull(),
  },
  (table) => [primaryKey({ columns: [table.appId, table.jobId] })],
);

export const messages = skipper.table('messages', {
  id: uuid('id').primaryKey(),
  appId: text('app_id').notNull(),
  jobId: text('job_id').notNull(),
  appName: text('app_name').notNull(),
  changes: json('changes').notNull(),
  summary: json('summary'),
  noticedAt: moment('noticed_at').notNull(),
  /** When its deliveries were written. */
  toldAt: moment('told_at'),
});

export const cycles = skipper.table(
  'cycles',
  {
    appId: text('app_id').notNull(),
    jobId: text('job_id').notNull(),
    endedAt: moment('ended_at').notNull(),
    summary: json('summary').notNull(),
  },
  (table) => [primaryKey({ columns: [table.appId, table.jobId, table.endedAt] })],
);

export const deliveries = skipper.table('deliveries', {
  id: uuid('id').primaryKey(),
  /** What makes a delivery one: the message and the conversation, or the subscription and the moment of its digest. */
  key: text('key').notNull().unique(),
  conversationId: text('conversation_id').notNull(),
  subscriptionId: uuid('subscription_id').notNull(),
  state: text('state').notNull(),
  dueAt: moment('due_at').notNull(),
  attempts: integer('attempts').notNull().default(0),
  code: text('code'),
  /** Teams' id of the message, so that the card can be replaced later. */
  activityId: text('activity_id'),
  createdAt: moment('created_at').notNull(),
  settledAt: moment('settled_at'),
});

export const deliveryMessages = skipper.table(
  'delivery_messages',
  { deliveryId: uuid('delivery_id').notNull(), messageId: uuid('message_id').notNull() },
  (table) => [primaryKey({ columns: [table.deliveryId, table.messageId] })],
);

export const audit = skipper.table('audit', {
  id: uuid('id').primaryKey(),
  at: moment('at').notNull(),
  correlationId: text('correlation_id').notNull(),
  /** The asker's Entra object id. */
  objectId: text('object_id'),
  askerName: text('asker_name'),
  placeType: text('place_type'),
  conversationId: text('conversation_id'),
  how: text('how').notNull(),
  questionKind: text('question_kind'),
  subjectType: text('subject_type'),
  subjectId: text('subject_id'),
  subjectName: text('subject_name'),
  appId: text('app_id'),
  appName: text('app_name'),
  verdict: text('verdict'),
  cause: text('cause'),
  outcome: text('outcome').notNull(),
  graphRequestIds: json('graph_request_ids').notNull().default([]),
  confidence: doublePrecision('confidence'),
  corrects: text('corrects'),
  text: text('text'),
});

export const conversationMemory = skipper.table('conversation_memory', {
  /** A hash of the conversation and the person, or of the thread. */
  key: text('key').primaryKey(),
  value: json('value').notNull(),
  at: moment('at').notNull(),
});

export const moments = skipper.table('moments', {
  name: text('name').primaryKey(),
  at: moment('at').notNull(),
});

export const tables = {
  conversations,
  subscriptions,
  watchedJobs,
  messages,
  cycles,
  deliveries,
  deliveryMessages,
  audit,
  conversationMemory,
  moments,
};
