import type { Worded } from '../../words/worded.ts';
import type { AdaptiveCard } from './elements.ts';
import type { CardLabels } from './labels.ts';

/** The house's budget for a card; Teams refuses a message beyond 100 KB, of which a card is one part. */
export const mostBytes = 28 * 1024;

/** How long a text may be, in characters: what is folded away gives way first. */
interface Limits {
  readonly ticket: number;
  readonly evidence: number;
  readonly others: number;
}

const stages: readonly Limits[] = [
  { ticket: 5000, evidence: 400, others: 1500 },
  { ticket: 3000, evidence: 200, others: 900 },
  { ticket: 1500, evidence: 120, others: 400 },
  { ticket: 600, evidence: 60, others: 120 },
];

/** Never cut: a question is asked again as it is, and half an id or address is none. */
const whole = new Set(['question', 'url', 'link', 'id']);

/** What is left of a long list, and of a list within one. */
const mostListed = 5;
const mostWithin = 3;

/** Renders with ever shorter texts until the card is within the budget. What was cut is said. */
export function withinBudget(
  worded: Worded,
  labels: CardLabels,
  render: (worded: Worded, labels: CardLabels) => AdaptiveCard,
): AdaptiveCard {
  const full = render(worded, labels);
  if (sizeOf(full) <= mostBytes) return full;
  let shorter = worded;
  for (const limits of stages) {
    shorter = shortened(worded, limits, labels);
    const card = render(shorter, labels);
    if (sizeOf(card) <= mostBytes) return card;
  }
  return render({ ...shorter, ...fewer(shorter) }, labels);
}

export function sizeOf(card: AdaptiveCard): number {
  return Buffer.byteLength(JSON.stringify(card), 'utf8');
}

/** Long lists, and those within them, lose their tail only where short texts were not enough. */
function fewer(worded: Worded): object {
  const shorter = (value: unknown, key: string, most: number): unknown => {
    if (whole.has(key) || typeof value !== 'object' || value === null) return value;
    if (Array.isArray(value)) return value.slice(0, most).map((one) => shorter(one, '', mostWithin));
    return Object.fromEntries(Object.entries(value).map(([name, part]) => [name, shorter(part, name, most)]));
  };
  const parts = Object.entries(worded).map(([name, part]) => [name, shorter(part, name, mostListed)]);
  return Object.fromEntries(parts);
}

function shortened(worded: Worded, limits: Limits, labels: CardLabels): Worded {
  const walk = (value: unknown, key: string, most: number): unknown => {
    if (whole.has(key)) return value;
    if (typeof value === 'string') return cut(value, most, labels);
    if (Array.isArray(value)) return value.map((one) => walk(one, '', most));
    if (typeof value !== 'object' || value === null) return value;
    return Object.fromEntries(
      Object.entries(value).map(([name, part]) => [name, walk(part, name, limitOf(name, most))]),
    );
  };
  const limitOf = (name: string, most: number) =>
    name === 'ticket' ? limits.ticket : name === 'evidence' ? limits.evidence : most;
  return walk(worded, '', limits.others) as Worded;
}

function cut(text: string, most: number, { shortened: said }: CardLabels): string {
  return text.length <= most ? text : `${text.slice(0, most).toWellFormed()} ${said}`;
}
