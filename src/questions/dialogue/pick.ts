import { isFunctionWord } from '../entities/function-words.ts';
import { slips, slipsAllowed } from '../text/edit-distance.ts';
import { fold } from '../text/normalize.ts';
import type { Offered } from './context.ts';

const ordinals = ['first', 'second', 'third', 'fourth', 'fifth', 'sixth', 'seventh', 'eighth', 'ninth', 'tenth'];
const filler = new Set(
  'one mean meant not that guy person lady woman man works working sits based located with named called other take pick choose option choice um er hm try just want list entry last'.split(
    ' ',
  ),
);
/** What picks says little besides. */
const mostSaid = 7;
const another = new Set(['other', 'namesake']);
const longest = 120;

/**
 * Which of those that an answer offered a text picks: by number, by order, or by words that only one of them has.
 * `current`: the one who was picked already; then only another is picked. `picks`: all around says that somebody is
 * picked, so that a single word suffices.
 */
export function pickFrom(
  text: string,
  offered: readonly Offered[],
  { current, picks = false }: { readonly current?: Offered; readonly picks?: boolean } = {},
): Offered | undefined {
  if (offered.length === 0 || text.length > longest) return undefined;
  const folded = fold(text);
  const said = folded.split(' ').filter((word) => word !== '');
  const telling = said.filter((word) => !isFunctionWord(word) && !filler.has(word));
  if (current && said.length <= mostSaid && said.some((word) => another.has(word))) {
    const [other, ...more] = offered.filter((one) => one !== current);
    if (other && more.length === 0 && telling.every((word) => has(other, word) || !has(current, word))) return other;
  }
  const places = said.flatMap((word) => placeOf(word, offered.length) ?? []);
  const [place] = places;
  if (
    place !== undefined &&
    new Set(places).size === 1 &&
    (said.length <= mostSaid || telling.every((word) => placeOf(word, offered.length) !== undefined))
  )
    return offered[place];
  const whole = offered.filter(({ name }) => fold(name) === folded);
  if (whole.length === 1) return whole[0];
  const words = telling.filter((word) => word.length > 1);
  if (words.length === 0) return undefined;
  // "from Finance, not the one from Support"
  const no = said.indexOf('not');
  const denied = no < 0 ? [] : said.slice(no).filter((word) => words.includes(word));
  const scored = offered
    .map((one) => ({
      one,
      score: words.reduce((sum, word) => sum + (has(one, word) ? (denied.includes(word) ? -1 : 1) : 0), 0),
    }))
    .sort((a, b) => b.score - a.score);
  const [best, next] = scored;
  const least = picks ? 1 : Math.max(1, (words.length - denied.length) / 2);
  if (!best || best.one === current || best.score === next?.score || best.score < least) return undefined;
  return best.one;
}

/** The place that a word names, from 0; undefined where it names none. */
function placeOf(word: string, count: number): number | undefined {
  if (word === 'last' || word === 'bottom' || word === 'lower') return count - 1;
  if (word === 'top' || word === 'upper') return 0;
  const at = ordinals.indexOf(word);
  if (at >= 0) return at;
  const number = /^(\d{1,2})(?:st|nd|rd|th)?$/.exec(word)?.[1];
  return number === undefined ? undefined : Number(number) - 1;
}

function has({ name, detail }: Offered, word: string): boolean {
  const own = fold([name, ...detail].join(' ')).split(' ');
  return own.some(
    (other) =>
      other === word ||
      (word.length >= 5 && (other.startsWith(word) || slips(word, other, slipsAllowed(word.length)) !== undefined)),
  );
}
