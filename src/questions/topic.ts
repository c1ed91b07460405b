import { fitTopics, hasTopicWording, isTopicWording, learnTopics } from './topic-match.ts';
import { topicCues } from './topics/cues.ts';
import { type TopicId, topicAsks } from './topics.ts';

const index = learnTopics<TopicId>(topicAsks, topicCues);

/** Below this the nearest topic is no answer. */
const leastScore = 0.4;
/** A text of which more than this share of words is strange to all topics is about somebody or something else. */
const mostStrange = 0.4;
/** From here on the fit is so plain that half of the words may be strange: the app's name, and whatever else. */
const plainScore = 0.6;
const longest = 1_500;

/** The topic that a text asks about. `score` and `strange` as the matcher gives them. */
export interface TopicRead {
  readonly topic: TopicId;
  readonly sureness: number;
  readonly score: number;
  readonly strange: number;
}

/** Whether words that could name somebody are only words that people use about provisioning in general. */
export function isAboutTopics(name: string): boolean {
  return isTopicWording(name, index);
}

/** Whether some of the words are. */
export function touchesTopics(name: string): boolean {
  return hasTopicWording(name, index);
}

/** A question for how something is done or comes about, and not for what came about. */
const inGeneral =
  /^(?:how (?:often|many times|frequently|quickly|fast|soon)|how long (?:does|do) (?:it|provisioning|a|an|the)|can (?:i|we|entra|it) (?!see|get|have|know|check|ask|be|you)|does \S+ support|what happens|how (?:do|can|should|would) (?:i|we|one|you)|how to|what (?:is|are) (?:a|an|the) (?:difference|scoping)|is it possible|what does|how (?:does|do)|should (?:i|we)|when does provisioning|what if|can the|can a|do (?:i|we) need|does (?:a|the) (?:user|group)|how (?:are|is) .* (?:handled|treated|done|processed|calculated|counted|matched|stored)|(?:a |the |my )?(?:users?|groups?|members?|guests?) (?:removed|added|deleted|disabled|moved|still|in|from|who|with|without|that|of|but|changed|renamed|get|gets|assigned))\b/;

/** Whether a folded sentence, or a text, asks for something in general. */
export function asksInGeneral(text: string): boolean {
  return inGeneral.test(text.toLowerCase());
}

/** Whether a text that names an app, `plainly` or perhaps, asks for the topic all the same. */
export function yieldsToTopic({ source, topic }: Topical, plainly: boolean): boolean {
  if (topic === undefined || topic.score < 0.5) return false;
  if (!plainly) return topic.score >= 0.75 || topic.strange <= 0.15 || asksInGeneral(source);
  return asksInGeneral(source);
}

interface Topical {
  readonly source: string;
  readonly topic: TopicRead | undefined;
}

/** The topic that a cleaned text asks about, and how surely, from 0 to 1. */
export function readTopic(source: string): TopicRead | undefined {
  if (source.length > longest) return undefined;
  const [best] = fitTopics(source, index);
  if (best === undefined || best.score < leastScore) return undefined;
  if (best.strange > (best.score >= plainScore ? 0.5 : mostStrange)) return undefined;
  return { ...best, sureness: Math.min(0.95, 0.6 + 0.35 * best.score - 0.15 * best.strange) };
}
