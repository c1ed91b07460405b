import type { TopicId } from '../../questions/topics/ids.ts';
import type { Link } from '../worded.ts';
import { groupTopics } from './topics/groups.ts';
import { jobTopics } from './topics/jobs.ts';
import { logTopics } from './topics/logs.ts';
import { peopleTopics } from './topics/people.ts';
import { ruleTopics } from './topics/rules.ts';

/** One answer about how provisioning works: two to five sentences, and the pages of documentation that they rest on. */
export interface TopicWords {
  readonly title: string;
  readonly text: string;
  readonly links: readonly [Link, ...Link[]];
}

/** Every topic's answer. Figures are Microsoft's, as documented up to August 2026; where two pages disagree, both are given. */
export const topics: Readonly<Record<TopicId, TopicWords>> = {
  ...jobTopics,
  ...peopleTopics,
  ...groupTopics,
  ...ruleTopics,
  ...logTopics,
};

/** A topic's answer as a card or a terminal shows it. Undefined for an id that is no topic. */
export function topic(
  id: string,
): { readonly headline: string; readonly text: string; readonly links: readonly Link[] } | undefined {
  const known: Readonly<Record<string, TopicWords>> = topics;
  const words = Object.hasOwn(known, id) ? known[id] : undefined;
  return words && { headline: words.title, text: words.text, links: words.links };
}
