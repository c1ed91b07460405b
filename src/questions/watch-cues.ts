/** What an order about messages wants, by its words, where it is none of the usual phrasings. */
export type WatchWish = 'watch' | 'unwatch' | 'mute' | 'watching';

const us = '(?:me|us|(?:this|the|our) (?:channel|chat|group|team|conversation))';
const message =
  '(?:messages?|messaging|notifications?|notices?|notify\\w*|alerts?|alerting|pings?|pinging|cards?|digests?|subscriptions?|subscribed|watch ?list|watch\\w*|reminders?|warnings?|mails?|emails?|bulletins?|follow\\w*)';
const some = '(?:a |an |any |some |the |all |those |these |your |more |every )*';

const asks =
  /^(?:how|why|what|whats|which|who|whom|when|where|did|does|do|is|are|was|were|has|have|am|will|can|could|should|would)\b/;

const asksWhatIsWatched: readonly RegExp[] = [
  /\b(?:what|which(?: apps?)?) (?:all )?(?:you|we|i)(?: are| am| re| m|re)? (?:keeping an eye on|watching|following|monitoring|subscribed to|tracking)\b/,
  new RegExp(
    `^(?:what|whats|which|who|am|are|do|does|is|have|has|will|where|how many|how come|why) .*\\b(?:signed up|enrolled|registered|subscri\\w*|notified|alerted|${message}|(?:get|getting|be|kept|being) (?:told|informed|updated|posted|warned)|(?:tell|telling|inform|informing|warn|warning|update|updating|posting) ${us})\\b`,
  ),
  new RegExp(
    `^(?:list|show|see|view|display|print|check)?(?: ?${us})?(?: ?(?:all|of))*(?: ?(?:my|our|the|your|this (?:channel|chat) s|active|current))+ ${message}(?: (?:here|list|please|settings|in this (?:channel|chat)))*$`,
  ),
  /^(?:how|where) (?:do|can|could|would|should|to) ?(?:i|we|one|you)? ?(?:subscribe|unsubscribe|sign up|get (?:notified|told|alerts|messages|notifications)|set up (?:alerts|notifications|messages)|turn (?:on|off) (?:alerts|notifications|messages)|follow|mute|opt (?:in|out)|watch)\b/,
];
const concernsUs = /\b(?:i|we|me|us|my|our|you|your|this (?:channel|chat|group|team|conversation)|here)\b/;

const quiet =
  /^(?:(?:just|and|please|also|now) )*(?:be|keep|stay|remain|go|put|give|leave|pipe|hold|take|not|no|do|dont|mute|silence|snooze|hush|shush|quiet|silent)\b(?:.*\b)?(?:quiet|silent|silence|mute|snooze|hush|shush|peep|pipe down|not a word|not a sound|leave (?:me|us) (?:alone|in peace|be)|do not disturb|dont disturb|hold (?:off|back|fire)|give (?:me|us) (?:a break|a rest|some peace)|take a break)\b|^(?:quiet|silence|silent|hush|shush|mute|snooze)\b/;
const stopping = new RegExp(
  `\\b(?:stop|no|no more|dont|do not|without|pause|suspend)\\b.{0,25}\\b(?:${message}|telling|bothering|posting|news|updates?|tell|bother|post)\\b`,
);
const ending = new RegExp(
  `\\b(?:no more|no longer|stop|done with|sick of|tired of|fed up with|bored of|enough (?:of|with)|had enough|dont (?:want|need)|do not (?:want|need)|no need for|cancel|kill|turn off|switch off|end|get rid of|delete|lose|clear|drop|remove)\\b.{0,40}\\b(?:${message}|news|updates (?:about|on|for|from|of))\\b`,
);
const takesOff = new RegExp(
  `\\b(?:(?:take|remove|drop|strike|delete|get|leave|cross)\\b.{1,60}\\b(?:off|from|out of) (?:my|our|the|this|your) (?:\\w+ )?(?:list|watch ?list|alerts|notifications|subscriptions|digest)|(?:take|get|sign|opt) ${us} (?:off|out)|un ?subscribe|unfollow|unwatch|(?:not|no longer|never) (?:\\w+ )?interested in)\\b`,
);
const beginning = new RegExp(
  `^(?:(?:please |just |and |also |always )*(?:alert|notify|message|ping|warn|inform|shout|holler|nudge|buzz|subscribe|follow|watch|monitor|(?:start|begin|resume) (?:alerting|notifying|messaging|pinging|warning|informing|telling|posting|watching|monitoring|following|sending))\\b|keep ${us}\\b.*\\b(?:posted|picture|loop|updated|informed|abreast|up to date|current|aware)\\b|sign ${us} up\\b|put ${us} (?:down|on)\\b|keep (?:an eye|tabs|watch|a watch|a close eye) on\\b|(?:i|we)(?: d| would)? (?:want|need|like|wish) ${some}(?:messages?|alerts?|notifications?|cards?|pings?|heads up|updates|warnings?)\\b|drop ${us} ${some}(?:line|message|note|card|ping)|(?:give|send) ${us} ${some}(?:nudge|heads up|shout|ping|bell|messages?|alerts?|notifications?|notes?|cards?|warnings?|word)|heads up (?:if|when)|(?:set up|create|make|add|turn on|switch on|enable|activate) ${some}(?:alerts?|alerting|watch|watches|notifications?|monitoring|subscriptions?)\\b|(?:add|put)\\b.*\\b(?:to|on) (?:my|our|the|this|your) (?:\\w+ )?(?:list|watch ?list|alerts|digest|radar)\\b|hear (?:about|of|from)\\b.*\\b(?:when|if|whenever|once)\\b|post\\b.* here$|(?:post|write|say something)(?: \\w+){0,3} (?:here|in (?:here|this|the|our))\\b.*\\b(?:if|when|whenever|once|every|each|as soon as)\\b|(?:when(?:ever)?|if|once|as soon as|every time|each time)\\b.*\\b(?:tell|let|alert|notify|message|ping|warn|inform|nudge|give|post)\\b(?: ${us})?(?: know)?)`,
);

const beTold =
  /^(?:be kept (?:up to date|posted|informed|updated|in the loop|abreast)|(?:(?:can|could|should|may|will|would|must|let) )?(?:i|we|(?:this|the|our) (?:channel|chat|team|group|conversation))(?: (?:to|please|also|be|wants?|should|needs?|would like|like))+ (?:told|notified|informed|alerted|warned|pinged|updated|kept|messaged))\b/;

/** Reads a sentence without its politeness; `timed`: it says for how long or until when. */
export function wishOf(text: string, timed: boolean): WatchWish | undefined {
  if (asksWhatIsWatched.some((pattern) => pattern.test(text)) && concernsUs.test(text)) return 'watching';
  if (beTold.test(text)) return 'watch';
  if (asks.test(text)) return undefined;
  if (timed && (quiet.test(text) || stopping.test(text))) return 'mute';
  if (takesOff.test(text) || ending.test(text)) return 'unwatch';
  if (quiet.test(text)) return 'mute';
  return beginning.test(text) ? 'watch' : undefined;
}
