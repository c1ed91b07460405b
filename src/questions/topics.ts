import { groupAsks } from './topics/groups.ts';
import { jobAsks } from './topics/jobs.ts';
import { logAsks } from './topics/logs.ts';
import { peopleAsks } from './topics/people.ts';
import { ruleAsks } from './topics/rules.ts';

/** What can be asked about how provisioning works, by topic, with phrasings that people use; the matcher learns from them. */
export const topicAsks = { ...jobAsks, ...peopleAsks, ...groupAsks, ...ruleAsks, ...logAsks } as const;

/** A topic of how provisioning works; words/ has the answer to each. */
export type TopicId = keyof typeof topicAsks;

export const topicIds = Object.keys(topicAsks) as readonly TopicId[];
