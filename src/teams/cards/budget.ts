import type { Worded } from '../../words/worded.ts';
import type { AdaptiveCard } from './elements.ts';
import type { CardLabels } from './labels.ts';

/** The house's budget for a card; Teams refuses a message beyond 100 KB, of which a card is one part. */
export const mostBytes = 28 * 1024;

/** Renders with ever shorter texts until the card is within the budget. What was cut is said. */
export function withinBudget(
  worded: Worded,
  labels: CardLabels,
  render: (worded: Worded, labels: CardLabels) => AdaptiveCard,
): AdaptiveCard {
  for (const limit of [Number.POSITIVE_INFINITY, 900, 400, 160, 60]) {
    const card = render(limit === Number.POSITIVE_INFINITY ? worded : shortened(worded, limit, labels), labels);
    if (sizeOf(card) <= mostBytes) return card;
  }
  return render(shortened({ ...worded, ...fewer(worded) }, 60, labels), labels);
}

export function sizeOf(card: AdaptiveCard): number {
  return Buffer.byteLength(JSON.stringify(card), 'utf8');
}

/** Long lists lose their tail only where short texts were not enough. */
function fewer(worded: Worded): object {
  const parts: Record<string, unknown> = {};
  for (const [name, value] of Object.entries(worded)) if (Array.isArray(value)) parts[name] = value.slice(0, 5);
  return parts;
}

/** Texts that are shown, cut; the question stays whole, for it is asked again as it is. */
function shortened(worded: Worded, limit: number, labels: CardLabels): Worded {
  const cut = (text: string, most: number) =>
    text.length <= most ? text : `${text.slice(0, most).toWellFormed()} ${labels.shortened}`;
  const walk = (value: unknown, key: string): unknown => {
    if (key === 'question' || key === 'url' || key === 'link') return value;
    // A ticket is many lines, each of them of use.
    if (typeof value === 'string') return cut(value, key === 'ticket' ? limit * 8 : limit);
    if (Array.isArray(value)) return value.map((one) => walk(one, ''));
    if (typeof value !== 'object' || value === null) return value;
    return Object.fromEntries(Object.entries(value).map(([name, part]) => [name, walk(part, name)]));
  };
  return walk(worded, '') as Worded;
}
