import type { Answer, Answered } from '../../../src/answers/answer.ts';
import { type Asking, askIn, forEach } from './asking.ts';
import { type Place, placeOf } from './place.ts';
import type { AskedText, Dialogue, InventedName, Round } from './sets.ts';
import { type Share, shareOf } from './shares.ts';
import { type NameVerdict, type Verdict, verdictOn, verdictOnName } from './verdict.ts';

/** A text with what was answered and how that is judged. */
export interface JudgedText {
  readonly text: AskedText;
  readonly place: Place;
  readonly answered: Answered;
  readonly verdict: Verdict;
}

export interface JudgedName {
  readonly name: InventedName;
  readonly answer: Answer;
  readonly verdict: NameVerdict;
}

/** A text of a dialogue, with those before it. */
export interface JudgedTurn extends JudgedText {
  readonly dialogue: string;
  readonly at: number;
}

export interface Measured {
  readonly round: number;
  readonly utterances: readonly JudgedText[];
  readonly names: readonly JudgedName[];
  readonly offtopic: readonly JudgedText[];
  readonly turns: readonly JudgedTurn[];
  readonly languages: readonly JudgedText[];
}

/** Parts of a round to ask; all of them when absent. */
export type Part = 'utterances' | 'names' | 'offtopic' | 'dialogues' | 'languages';

/** Asks the texts of a round, each set of its own tenant, and judges the answers. */
export async function measureRound(round: Round, parts?: readonly Part[]): Promise<Measured> {
  const wanted = (part: Part) => parts === undefined || parts.includes(part);
  const utterances: JudgedText[] = [];
  for (const { tenant, texts } of wanted('utterances') ? round.utterances : []) {
    const place = placeOf(tenant);
    utterances.push(...(await within(place, (asking) => forEach(texts, (text) => judged(text, place, asking)))));
  }
  const place = placeOf(round.tenant);
  const others = await within(place, async (asking) => ({
    names: await forEach(wanted('names') ? round.names : [], (name) => judgedName(name, place, asking)),
    offtopic: await forEach(wanted('offtopic') ? round.offtopic : [], (text) => judged(text, place, asking)),
  }));
  const spoken = placeOf(round.tenantOfDialogues);
  const turns = await within(spoken, async (asking) => ({
    languages: await forEach(wanted('languages') ? round.languages : [], (text) => judged(text, spoken, asking)),
    turns: await forEach(wanted('dialogues') ? round.dialogues : [], (dialogue) =>
      judgedTurns(dialogue, spoken, asking),
    ),
  }));
  return { round: round.number, utterances, ...others, languages: turns.languages, turns: turns.turns.flat() };
}

/** Does something in a tenant that is served meanwhile. */
export async function within<T>(place: Place, work: (asking: Asking) => Promise<T>): Promise<T> {
  const asking = await askIn(place);
  try {
    return await work(asking);
  } finally {
    await asking.close();
  }
}

async function judged(text: AskedText, place: Place, asking: Asking, conversation?: string): Promise<JudgedText> {
  const answered = await asking.ask(text.text, conversation);
  return { text, place, answered, verdict: verdictOn(answered.answer, text, place) };
}

async function judgedName(name: InventedName, place: Place, asking: Asking): Promise<JudgedName> {
  const { answer } = await asking.ask(name.text);
  return { name, answer, verdict: verdictOnName(answer, name, place) };
}

async function judgedTurns({ name, turns }: Dialogue, place: Place, asking: Asking): Promise<readonly JudgedTurn[]> {
  const done: JudgedTurn[] = [];
  for (const [at, text] of turns.entries())
    done.push({ ...(await judged(text, place, asking, `dialogue ${name}`)), dialogue: name, at });
  return done;
}

/** The figures of a round. Those from `right` to `languages` are shares to be high, the rest counts to be nothing. */
export interface RoundFigures {
  readonly round: number;
  readonly right: Share;
  readonly close: Share;
  readonly told: Share;
  readonly offtopic: Share;
  readonly orders: Share;
  readonly followUps: Share;
  readonly languages: Share;
  readonly wrongName: Share;
  readonly nobodyNamed: Share;
  readonly somebodyElse: Share;
  /** Other matters and orders by which a subscription would change. */
  readonly changes: Share;
  /** Refused texts for which Graph was asked. */
  readonly asked: Share;
}

const isRight = ({ verdict }: JudgedText) => verdict.right;
const refusing: readonly string[] = ['about', 'notMine', 'notUnderstood'];

export function figuresOf({ round, utterances, names, offtopic, turns, languages }: Measured): RoundFigures {
  const refused = offtopic.filter(({ answered }) => refusing.includes(answered.answer.kind));
  return {
    round,
    right: shareOf(utterances, isRight),
    close: shareOf(utterances, ({ verdict }) => verdict.close),
    told: shareOf(names, ({ verdict }) => verdict.told),
    offtopic: shareOf(
      offtopic.filter(({ text }) => text.kind !== 'order'),
      isRight,
    ),
    orders: shareOf(
      offtopic.filter(({ text }) => text.kind === 'order'),
      isRight,
    ),
    followUps: shareOf(
      turns.filter(({ at }) => at > 0),
      isRight,
    ),
    languages: shareOf(languages, isRight),
    wrongName: shareOf([...utterances, ...languages], ({ verdict }) => verdict.wrongName),
    nobodyNamed: shareOf([...utterances, ...languages], ({ verdict }) => verdict.nobodyNamed),
    somebodyElse: shareOf(names, ({ verdict }) => verdict.somebodyElse),
    changes: shareOf(offtopic, isChange),
    asked: shareOf(refused, ({ answered }) => answered.cost.graphRequests > 0),
  };
}

/** Answered as if notifications were to be changed. */
function isChange({ answered: { answer } }: JudgedText): boolean {
  return answer.kind === 'watching' && answer.question.kind !== 'watching';
}
