import type { DigestAnswer, DigestApp } from '../../answers/news.ts';
import type { CycleCount, CycleCounts, CycleProblem } from '../../diagnosis/cycle.ts';
import { cut } from '../clean.ts';
import type { Clock } from '../clock.ts';
import { word } from './change-names.ts';
import { inside, listed } from './counted.ts';
import { count, sentences } from './say.ts';

export function digestHeadline({ apps }: DigestAnswer, clock: Clock): string {
  const [only, ...others] = apps;
  if (only && others.length === 0)
    return `${cut(only.app.name.trim() || only.app.id, 80)}: ${digestReason(only, clock)}`;
  const wrong = apps.filter((one) => freshOf(one.problems) > 0 || one.failedCycles > 0 || isDown(one)).length;
  if (wrong === 0) return `All well in ${clock.number(apps.length)} apps`;
  return wrong === 1
    ? `One of ${clock.number(apps.length)} apps needs somebody`
    : `Of ${clock.number(apps.length)} apps ${clock.number(wrong)} need somebody`;
}

export function digestText({ apps }: DigestAnswer, clock: Clock): string {
  const cycles = apps.reduce((sum, one) => sum + one.cycles, 0);
  const total = (name: CycleCount) => apps.reduce((sum, one) => sum + one.all[name], 0);
  const counts = Object.fromEntries((Object.keys(inside) as CycleCount[]).map((name) => [name, total(name)]));
  const said = listed(counts as unknown as CycleCounts, clock);
  const troubled = apps.some(({ problems }) => problems.length > 0);
  return sentences(
    `${count(cycles, 'cycle', 'cycles')}${said === '' ? ', nothing to write' : `: ${said}`}`,
    troubled && 'Whoever came through later is still counted as failed; a tap on the app tells how it stands now',
  );
}

export function digestWhen({ from, to }: DigestAnswer, clock: Clock): string {
  return `${clock.moment(from)} to ${clock.moment(to)}`;
}

function isDown({ changes }: DigestApp): boolean {
  const last = changes.at(-1)?.kind;
  return last === 'quarantineEntered' || last === 'deletionsHeld' || last === 'stopped' || last === 'stalled';
}

function freshOf(problems: readonly CycleProblem[]): number {
  return problems.reduce((sum, { subjects }) => sum + subjects.filter(({ isNew }) => isNew !== false).length, 0);
}

export function digestReason(digested: DigestApp, clock: Clock): string {
  const { changes, failedCycles, problems, cycles } = digested;
  const last = changes.at(-1);
  if (last) return word(last).toLowerCase();
  if (failedCycles > 0) return `${count(failedCycles, 'cycle', 'cycles')} failed as a whole`;
  const fresh = freshOf(problems);
  if (fresh > 0) return `${clock.number(fresh)} newly in trouble`;
  if (problems.length > 0) return 'nothing new is wrong';
  return cycles > 0 ? 'all well' : 'nothing happened';
}

export function digestApp({ cycles, all, unread, truncated }: DigestApp, clock: Clock): string {
  const said = listed(all, clock);
  const least = truncated ? ' at least' : '';
  const counted =
    cycles > 0 ? `${count(cycles, 'cycle', 'cycles')}:${least} ${said === '' ? 'nothing to write' : said}` : '';
  return sentences(counted, unread > 0 && `The log of ${count(unread, 'cycle', 'cycles')} could not be read`);
}
