import type { WatchingQuestion } from './question.ts';

const verb =
  '(?:watching|following|monitoring|tracking|subscribed|watched|followed|monitored|watch|follow|monitor|subscribe|notified|notifying|reporting)';
const nouns =
  '(?:subscriptions?|watches|watch ?list|watched (?:apps?|applications?)|notifications|notification settings|alerts|subscribed apps?|followed apps?)';

/** Questions for what a conversation is told about. */
const listings: readonly RegExp[] = [
  new RegExp(
    `^(?:list |show |see )?(?:me )?(?:what|which|who|whom)\\b.{0,40}\\b(?:you|i|we|skipper|this (?:channel|chat|conversation|group)|being|it|is|are)\\b.{0,30}\\b${verb}\\b`,
  ),
  /^(?:what|which|who)(?: apps?| else| all)* (?:do|does|will|am|are) (?:you|i|we) (?:tell|notify|message|alert|get)\b.{0,40}\b(?:me|us|here|about|notified|of)\b/,
  new RegExp(
    `^(?:(?:list|show|see|view|display|give|get|what are|which are|what|which|whats|tell|all|me|us|have|do|i|we) )*(?:(?:my|our|the|your|all|current|active|these|existing|this channel s) )+${nouns}\\b(?! (?:to|for|about|from) (?!this|me|us))`,
  ),
  new RegExp(
    `^(?:(?:list|show|view|see|display) )(?:(?:me|us) )?(?:(?:all|the) )*${nouns}(?: (?:here|please|in this (?:channel|chat)))*$`,
  ),
  new RegExp(
    `^(?:are|is|am) (?:you|we|i|this (?:channel|chat|conversation)|skipper|anyone|anybody|someone|there) .{0,30}\\b${verb}\\b`,
  ),
  /^who (?:subscribed|set up|set this up|added|ordered|is subscribed|started|asked for|turned)\b.{0,40}\b(?:subscri\w*|watch\w*|messages?|notifications?|channel|this|these|here|us|it)?$/,
  /^(?:subscriptions|watches|watch ?list|watching|watched apps|my subscriptions|notifications)$/,
  /^(?:when did you last|did you) (?:tell|notify|message|write|send|post)\b/,
  /^(?:was|were|did) (?:the |my |our )?(?:last )?(?:message|messages|notification|notifications|card|digest)\b.{0,40}\b(?:delivered|sent|arrive|arrived)$/,
];

/** "What are you watching?", "my subscriptions". */
export function readListing(text: string): WatchingQuestion | undefined {
  return listings.some((pattern) => pattern.test(text)) ? { kind: 'watching' } : undefined;
}
