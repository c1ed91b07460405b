import { read } from './around.ts';
import { is, keyOf } from './lexicon.ts';
import { namelike, withoutOpening } from './opening.ts';
import { type Context, type Reading, readHalves, readOperands } from './operands.ts';
import { findRuns } from './predicate.ts';
import { trimSeparators } from './slots.ts';
import { fold } from './text/normalize.ts';
import type { Token } from './text/tokens.ts';

/** What a sentence asks: its readings, and how plainly it asks about provisioning at all. */
export interface Heard {
  readonly readings: readonly Reading[];
  /** `asked`: it has a question or a predicate of the grammar's. `bare`: names only. */
  readonly manner: 'asked' | 'bare';
}

/** Reads one sentence. Undefined when it is no question about somebody in some app. */
export function hear(context: Context, given: readonly Token[]): Heard | undefined {
  const tokens = split(withoutTicket(trimSeparators(given)));
  if (tokens.length === 0) return undefined;
  const last = tokens.findLastIndex((token) => token.kind === 'word' && !is(token, 'tail'));
  if (last > 0 && is(tokens[last], 'why')) {
    const main = hearMain(context, trimSeparators(tokens.slice(0, last)));
    return main && { ...main, manner: 'asked' };
  }
  const at = tokens.findIndex((token, index) => index > 0 && is(token, 'why') && !token.capital);
  if (at > 0) {
    const main = hearMain(context, tokens.slice(at));
    const before = withoutOpening(tokens.slice(0, at)).rest;
    if (main && before.length <= 10 && before.some((token) => !leadsIn(token)))
      return { ...main, readings: filledFrom(context, main.readings, before) };
    if (main) return main;
  }
  return hearMain(context, tokens);
}

/** "alice/salesforce": one word that is two. */
function split(tokens: readonly Token[]): readonly Token[] {
  const [only] = tokens;
  if (tokens.length !== 1 || only?.kind !== 'word' || !/^[^/\\]+[/\\][^/\\]+$/.test(only.text)) return tokens;
  const at = only.text.search(/[/\\]/);
  const half = (from: number, to: number): Token => ({
    ...only,
    text: only.text.slice(from, to),
    folded: fold(only.text.slice(from, to)),
    start: only.start + from,
    end: only.start + to,
  });
  return [half(0, at), { ...half(at, at + 1), kind: 'separator', folded: '' }, half(at + 1, only.text.length)];
}

/** A word of "can you tell me", "any idea": it names nothing that the question could be about. */
function leadsIn(token: Token): boolean {
  return (
    token.kind === 'separator' ||
    is(token, 'asking') ||
    is(token, 'filler') ||
    is(token, 'greeting') ||
    is(token, 'looking')
  );
}

/** "Salesforce: why was alice skipped": what stands before the question fills what the question leaves open. */
function filledFrom(context: Context, readings: readonly Reading[], before: readonly Token[]): readonly Reading[] {
  const around = readOperands(context, before);
  const apps = readHalves(context, { app: is(before[0], 'preposition') ? before.slice(1) : before, score: 0 });
  const filled: Reading[] = [];
  for (const reading of readings) {
    filled.push({ ...reading, score: reading.score - 0.05 });
    if (reading.app === undefined && reading.user !== undefined) {
      for (const { app } of apps) if (app) filled.push({ ...reading, app, score: reading.score + 0.1 });
    }
    if (reading.user === undefined && !reading.everybody) {
      for (const one of around) {
        if (one.user && reading.app && one.app === undefined)
          filled.push({ ...one, app: reading.app, score: reading.score + 0.1 });
        if (one.user && one.app && reading.app === undefined) filled.push({ ...one, score: one.score + 0.05 });
        if (one.user && one.app === undefined && reading.app === undefined)
          filled.push({ ...one, score: reading.score + 0.02 });
      }
    }
  }
  return filled;
}

function hearMain(context: Context, tokens: readonly Token[]): Heard | undefined {
  const opening = withoutOpening(tokens);
  if (opening.refuses) return undefined;
  const first = read(context, opening.rest, opening, false);
  const readings = [...first];
  const attached = opening.last && namelike.has(keyOf(opening.last)) ? [opening.last, ...opening.rest] : undefined;
  if (attached) {
    const both = opening.last?.capital && attached[1]?.capital && !is(attached[1], 'state') ? 0.1 : -0.15;
    for (const reading of read(context, attached, { ...opening, be: opening.be }, false))
      readings.push({ ...reading, score: reading.score + both });
  }
  const best = Math.max(...readings.map((reading) => reading.score), 0);
  if (best < 0.5) readings.push(...read(context, opening.rest, opening, true));
  const asked = opening.asks || findRuns(opening.rest, true).length > 0;
  if (readings.length === 0 && !(opening.why && opening.rest.length === 0)) return undefined;
  if (readings.length === 0) return opening.complete ? { readings: [{ score: 0.5 }], manner: 'asked' } : undefined;
  return { readings, manner: asked ? 'asked' : 'bare' };
}

/** "INC0012345:", "#4711 -", "HELP-123": the number of a ticket in front. */
export function withoutTicket(given: readonly Token[]): readonly Token[] {
  let tokens = withoutCall(given);
  for (;;) {
    const [first, second] = tokens;
    if (first === undefined || tokens.length < 3) return tokens;
    const number =
      /^(?:#\d+|(?:inc|req|ritm|chg|sctask|task|prb|sr|cs|case|hd|help|itsm|it|sd|tkt|tt)[-#]?\d{3,}|[a-z]{2,8}-\d{2,}|\d{5,})$/i.test(
        first.text,
      );
    const word = /^(?:ticket|incident|case|request|issue|subject|re|fw|fwd|urgent|question|problem|fyi|note)$/i.test(
      first.folded,
    );
    const followed = second?.kind === 'separator' || /^#?[a-z]{0,8}[-#]?\d{2,}$/i.test(second?.text ?? '');
    const numbered = given !== tokens && second?.kind === 'separator' && /^#?\d+$/.test(first.text);
    const plain = /^(?:inc|req|ritm|chg|sctask|task|prb)\d{5,}$/i.test(first.text);
    if (plain || numbered || (number && (second?.kind === 'separator' || given !== tokens)) || (word && followed))
      tokens = trimSeparators(tokens.slice(1));
    else return tokens;
  }
}

/** "quick one:", "hi team -": what is called out before the question. */
function withoutCall(tokens: readonly Token[]): readonly Token[] {
  const at = tokens.findIndex((token) => token.kind === 'separator' && /^[:–—-]/.test(token.text));
  if (at < 1 || at > 4 || at >= tokens.length - 2) return tokens;
  const called = tokens
    .slice(0, at)
    .every((token) => is(token, 'filler') || is(token, 'greeting') || calls.test(token.folded));
  return called ? trimSeparators(tokens.slice(at + 1)) : tokens;
}

const calls = /^(?:a|one|quick|quickly|short|question|help|wanted|attention|ping|note|from|user|for)$/;
