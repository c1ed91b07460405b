import { knownApps } from './entities/known-apps.ts';
import { readHelp } from './help.ts';
import { pastedness } from './intents/pasted.ts';
import { kinds } from './kinds.ts';
import type { Understanding } from './question.ts';
import { isMereRemark } from './remark.ts';
import { clean, withoutInvisible } from './text/clean.ts';
import { readTopic } from './topic.ts';
import { appNamedIn } from './weigh.ts';

/** What the grammar may know of the tenant: it then orders readings better, and needs no request for it. */
export interface Vocabulary {
  readonly apps?: readonly string[];
}

/** The longest text that is read as a question, in characters: a long ticket. */
const longestQuestion = 4_000;
/** The longest paste that is taken for a log entry: the largest seen in public is about 40,000 characters. */
const longestPaste = 256_000;

/** Works out what a text asks. Every text gets an answer, in time that grows with its length and no faster. */
export function understand(text: string, vocabulary: Vocabulary = {}): Understanding {
  if (text.length > longestPaste) return { understood: false, reason: 'tooLong' };
  if (text.length > longestQuestion) return understandLong(text);

  const source = clean(text);
  if (source === '') return { understood: false, reason: 'empty' };
  if (!/[\p{L}\p{N}?]/u.test(source)) return { understood: false, reason: 'nonsense' };
  if (isAppAlone(source, vocabulary.apps ?? []))
    return { understood: false, reason: 'nonsense', app: source.replace(/[^\p{L}\p{N})]+$/u, '') };
  if (readHelp(source)) return { understood: true, readings: [{ kind: 'help' }] };
  if (isMereRemark(source)) return { understood: false, reason: 'nonsense' };
  const topic = readTopic(source);
  const asked = { source, original: withoutInvisible(text).trim(), apps: vocabulary.apps ?? [], topic };
  let best: ReturnType<(typeof kinds)[number]['read']>;
  for (const kind of kinds) {
    const bid = kind.read(asked);
    if (bid && (best === undefined || bid.sureness > best.sureness)) best = bid;
  }
  if (best) return { understood: true, readings: best.readings };
  const app = appNamedIn(asked);
  return { understood: false, reason: 'nonsense', ...(app !== undefined && { app }) };
}

/** The name of an app and nothing else asks nothing about anybody. */
function isAppAlone(source: string, apps: readonly string[]): boolean {
  if (source.length > 100) return false;
  const known = knownApps(apps).know(source);
  return known === 'tenant' || known === 'gallery';
}

/** A text too long to have been typed is a paste, or it is refused. */
function understandLong(text: string): Understanding {
  const original = withoutInvisible(text).trim();
  if (original === '') return { understood: false, reason: 'empty' };
  if (pastedness(original) === 0) return { understood: false, reason: 'tooLong' };
  return { understood: true, readings: [{ kind: 'meaning', text: original }] };
}
