import { readExplain } from './explain.ts';
import { readHelp } from './help.ts';
import { type Meant, readMeaning } from './meaning.ts';
import type { Question, QuestionKind } from './question.ts';

/** A text as the kinds read it. */
export interface Asked {
  /** Cleaned of what clients add; names as the asker spelt them. */
  readonly source: string;
  /** As it came, for what was pasted. */
  readonly original: string;
  /** Names of the tenant's apps, where they are remembered. */
  readonly apps: readonly string[];
}

/** What a kind made of a text. */
export interface Bid {
  readonly readings: readonly [Question, ...Question[]];
  /** From 0 to 1; the highest bid is the answer, and of equal ones the kind that stands first. */
  readonly sureness: number;
}

/** One kind of question: what to show for it, and how it reads a text. */
export interface Kind {
  readonly kind: QuestionKind;
  /** Questions to try; names are made up. */
  readonly examples: readonly string[];
  /** Undefined when the text is not of this kind. Never throws. */
  readonly read: (asked: Asked) => Bid | undefined;
}

/** Every kind of question. A kind is added as a row here and a file of its own. */
export const kinds: readonly Kind[] = [
  {
    kind: 'help',
    examples: ['help'],
    read: ({ source }) => {
      const question = readHelp(source);
      return question && { readings: [question], sureness: 1 };
    },
  },
  {
    kind: 'explain',
    examples: ['why was alice skipped in Salesforce?', 'did carol make it into Slack?', 'bob@contoso.com Zoom'],
    read: readExplainBid,
  },
  {
    kind: 'meaning',
    examples: ['what does EntryConflict mean?'],
    read: ({ source, original }) => {
      const meant = readMeaning(source, original);
      return meant && { readings: [meant.question], sureness: meant.sureness };
    },
  },
];

/** How surely a question about somebody is one, next to the other kinds. */
function readExplainBid({ source, original, apps }: Asked): Bid | undefined {
  const meant = readMeaning(source, original);
  if (meant?.manner === 'paste' && meant.sureness > 0.9) return undefined;
  const explained = readExplain(source, apps);
  if (!explained || explained.everybody) return undefined;
  const [first] = explained.readings;
  if (meant?.manner === 'paste' && !/\bwhy\b|what happened|\?\s*$/i.test(source)) return undefined;
  if (meant && first.user === 'me') return undefined;
  const whole = first.user !== undefined && first.app !== undefined;
  const { readings } = explained;
  if (explained.manner === 'labelled') return { readings, sureness: outranks(meant) ? 0.5 : 0.93 };
  if (explained.manner === 'bare') return bareBid(readings, whole, explained.sureness, meant);
  // A code beside somebody in some app is a detail of the question; a code beside nobody is the question.
  if (whole) return { readings, sureness: explained.sureness >= 0.4 ? 0.92 : 0.3 };
  if (meant) return undefined;
  return explained.sureness >= 0.3 ? { readings, sureness: 0.62 } : undefined;
}

function bareBid(
  readings: Bid['readings'],
  whole: boolean,
  sureness: number,
  meant: Meant | undefined,
): Bid | undefined {
  if (meant) return undefined;
  const [first] = readings;
  if (!whole) return first.kind === 'explain' && first.user?.includes('@') ? { readings, sureness: 0.4 } : undefined;
  return sureness >= 0.35 ? { readings, sureness: 0.5 } : undefined;
}

function outranks(meant: Meant | undefined): boolean {
  return meant?.manner === 'paste';
}
