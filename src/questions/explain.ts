import { isCode } from './entities/codes.ts';
import { knownApps } from './entities/known-apps.ts';
import { type Context, type Reading, readHalves } from './operands.ts';
import type { ExplainQuestion } from './question.ts';
import { hear } from './sentence.ts';
import { type Token, tokensOf } from './text/tokens.ts';

/** What the words of a text say about somebody in some app. */
export interface Explained {
  readonly readings: readonly [ExplainQuestion, ...ExplainQuestion[]];
  /** From 0 to 1. */
  readonly sureness: number;
  readonly manner: 'asked' | 'bare' | 'labelled';
  /** The question is about people in general, so this reading of it is none. */
  readonly everybody: boolean;
}

const mostReadings = 12;
const mostSentences = 12;
const mostTokens = 80;

/** Reads a cleaned text as a question about somebody in some app; best reading first. */
export function readExplain(source: string, tenantApps: readonly string[]): Explained | undefined {
  const context: Context = { source, apps: knownApps(tenantApps) };
  // A long quotation is what somebody read, not somebody's name, and a code is a detail.
  const tokens = tokensOf(source).filter(
    (token, at, all) =>
      !isRemark(token, all[at - 1], all[at + 1]) &&
      !(token.kind === 'quoted' && token.text.split(' ').length > 6) &&
      !(token.kind !== 'separator' && isCode(token.text)),
  );
  const labelled = readLabelled(context, tokens);
  if (labelled) return settle([labelled], 'labelled');

  let best: { readings: readonly Reading[]; manner: 'asked' | 'bare'; top: number } | undefined;
  const sentences = sentencesOf(tokens);
  for (const sentence of sentences) {
    const heard = hear(context, sentence.slice(0, mostTokens));
    if (!heard || (heard.manner === 'bare' && sentences.length > 1 && sentence.length > 6)) continue;
    const top = Math.max(...heard.readings.map(worth)) - (heard.manner === 'bare' ? 0.3 : 0);
    if (best === undefined || top > best.top) best = { ...heard, top };
  }
  return best && settle(best.readings, best.manner);
}

/** "by mistake", "wrongly": says nothing about whom or where. */
function isRemark(token: Token, before: Token | undefined, after: Token | undefined): boolean {
  if (token.kind !== 'word' || token.capital) return false;
  if (/^(?:accidentally|mistakenly|wrongly|incorrectly|unexpectedly|overnight)$/.test(token.folded)) return true;
  if (token.folded === 'by') return /^(?:mistake|accident|error|itself)$/.test(after?.folded ?? '');
  return before?.folded === 'by' && /^(?:mistake|accident|error|itself)$/.test(token.folded);
}

/** A reading that names both is worth more than one that leaves something open. */
function worth(reading: Reading): number {
  return reading.score + (reading.user !== undefined || reading.everybody ? 0.15 : 0) + (reading.app ? 0.15 : 0);
}

function settle(readings: readonly Reading[], manner: Explained['manner']): Explained | undefined {
  const sorted = [...readings].sort((a, b) => worth(b) - worth(a));
  const [top] = sorted;
  if (top === undefined) return undefined;
  const seen = new Set<string>();
  const questions: ExplainQuestion[] = [];
  for (const reading of sorted) {
    if (reading.everybody || reading.appAlone || (reading.score < 0.2 && questions.length > 0)) continue;
    const key = JSON.stringify([reading.user?.toLowerCase(), reading.app?.toLowerCase(), reading.subject]);
    if (seen.has(key)) continue;
    seen.add(key);
    questions.push({
      kind: 'explain',
      ...(reading.user !== undefined && { user: reading.user }),
      ...(reading.app !== undefined && { app: reading.app }),
      ...(reading.subject && { subject: reading.subject }),
    });
  }
  const [first, ...others] = questions;
  const everybody = top.everybody === true || top.appAlone === true;
  if (first === undefined)
    return everybody ? { readings: [{ kind: 'explain' }], sureness: 0, manner, everybody } : undefined;
  return {
    readings: [first, ...others.slice(0, mostReadings - 1)],
    sureness: Math.max(0, Math.min(1, top.score)),
    manner,
    everybody,
  };
}

function sentencesOf(tokens: readonly Token[]): readonly (readonly Token[])[] {
  const sentences: Token[][] = [[]];
  for (const token of tokens) {
    const ends = token.kind === 'separator' && /^[\n]|^[.?!]+$|^[);]*[.?!]/.test(token.text);
    if (ends) sentences.push([]);
    else sentences.at(-1)?.push(token);
    if (sentences.length > mostSentences) break;
  }
  return sentences.filter((sentence) => sentence.length > 0);
}

const userLabel =
  /^(?:user|username|upn|employee|person|account|name|email|e mail|mail|affected user|group|worker|worker id|employee id|user name|user principal name|who)$/;
const appLabel = /^(?:app|application|system|service|target|enterprise app|enterprise application|app name|where)$/;

/** "User: alice, App: Salesforce", on one line or several, as ticket forms have it. */
function readLabelled(context: Context, tokens: readonly Token[]): Reading | undefined {
  let user: readonly Token[] | undefined;
  let app: readonly Token[] | undefined;
  for (const [at, token] of tokens.entries()) {
    if (token.kind !== 'separator' || !/^[:=]/.test(token.text)) continue;
    const label = labelBefore(tokens, at);
    if (label === undefined) continue;
    const value = valueAfter(tokens, at);
    if (value.length === 0) continue;
    if (user === undefined && userLabel.test(label))
      user = /^(?:group|worker)/.test(label) ? [tokens[at - 1] as Token, ...value] : value;
    else if (app === undefined && appLabel.test(label)) app = value;
  }
  if (!user || !app) return undefined;
  return readHalves(context, { user, app, score: 0.95 })[0];
}

function labelBefore(tokens: readonly Token[], at: number): string | undefined {
  const words: string[] = [];
  for (let back = at - 1; back >= 0 && words.length < 3 && tokens[back]?.kind === 'word'; back -= 1) {
    words.unshift(tokens[back]?.folded ?? '');
    const label = words.join(' ');
    const before = tokens[back - 1];
    if ((before === undefined || before.kind !== 'word') && (userLabel.test(label) || appLabel.test(label)))
      return label;
  }
  const last = tokens[at - 1]?.folded ?? '';
  return userLabel.test(last) || appLabel.test(last) ? last : undefined;
}

function valueAfter(tokens: readonly Token[], at: number): readonly Token[] {
  const value: Token[] = [];
  for (let next = at + 1; next < tokens.length && value.length < 10; next += 1) {
    const token = tokens[next];
    if (token === undefined || (token.kind === 'separator' && token.text !== '/')) break;
    const after = tokens[next + 1];
    if (
      after?.kind === 'separator' &&
      /^[:=]/.test(after.text) &&
      (userLabel.test(token.folded) || appLabel.test(token.folded))
    )
      break;
    value.push(token);
  }
  return value;
}
