import type { Need } from '../../diagnosis/health.ts';
import { isAskable } from '../../words/app-status.ts';
import { cut } from '../../words/clean.ts';
import type {
  WordedAppStatus,
  WordedFact,
  WordedProblem,
  WordedTrendPoint,
  WordedTroubled,
} from '../../words/worded-apps.ts';
import type {
  AdaptiveCard,
  ColumnSet,
  Container,
  ContainerStyle,
  Element,
  Execute,
  RichTextBlock,
} from './elements.ts';
import type { CardLabels } from './labels.ts';
import {
  card,
  folded,
  heading,
  lineOf,
  listRow,
  opening,
  paragraph,
  run,
  sectionTitle,
  small,
  steps,
  tap,
  unfold,
} from './parts.ts';
import { proofItems } from './proof.ts';

/** How an app's provisioning is doing: the state with its reason, what the last cycle did, who is in trouble, what to do. */
export function appStatusCard(worded: WordedAppStatus, labels: CardLabels): AdaptiveCard {
  const { fix, notes, evidence, links, question } = worded;
  const body: Element[] = [
    head(worded),
    paragraph(worded.why, {}, 'Medium'),
    ...factRows(worded.facts),
    ...whatToDo(worded, labels),
    ...tally(worded, labels),
    ...problems(labels.trouble, worded.problems, labels),
    ...problems(labels.standing, worded.standing, labels),
    ...trend(worded.trend, labels),
    ...others(worded, labels),
    ...notes.map((note, index) => small(note, index === 0 ? 'Medium' : 'Small')),
    small(labels.asOf(worded.asOf), notes.length === 0 ? 'Medium' : 'Small'),
    folded('proof', labels.proof, proofItems(evidence, labels)),
  ];
  const app = isAskable(worded.app.id) ? worded.app.id : '';
  const again = question.kind === 'appStatus' && app !== '' ? ({ kind: 'appStatus', app } as const) : question;
  const asks: Execute[] = [tap(labels.checkAgain, 'checkAgain', { question: again })];
  if (worded.problems.length + worded.standing.length > 0 && app !== '') {
    asks.push(tap(labels.whoHasProblems, 'ask', { question: { kind: 'appProblems', app } }));
  }
  if (fix.some(({ step }) => step === 'renew-credentials') || isAboutSignIn(worded)) {
    asks.push(tap(labels.credentials, 'ask', { question: { kind: 'credentials', app } }));
  }
  return card(worded.headline, labels, {
    body,
    actions: [...asks, unfold('proof', labels.proof), ...opening(links, labels)].slice(0, 6),
  });
}

function isAboutSignIn({ quarantine, app }: WordedAppStatus): boolean {
  return (
    app.id !== '' &&
    quarantine !== undefined &&
    /credential|QuarantineException/i.test(`${quarantine.reason} ${quarantine.error?.code ?? ''}`)
  );
}

/** The state as a word, which app, and the reason, on a tint that only repeats what the word says. */
function head({ stateName, app, reason, need }: WordedAppStatus): Container {
  const where = [app.name, app.galleryName === app.name ? undefined : app.galleryName].filter(Boolean).join(' · ');
  return {
    type: 'Container',
    style: toneOf[need],
    bleed: true,
    items: [lineOf(stateName, ` — ${where}`), heading(capital(reason), 'Small')],
  };
}

export const toneOf: Readonly<Record<Need, ContainerStyle>> = {
  broken: 'attention',
  failing: 'warning',
  unread: 'emphasis',
  off: 'warning',
  unset: 'emphasis',
  starting: 'accent',
  fine: 'good',
};

export function capital(text: string): string {
  return text.charAt(0).toLocaleUpperCase() + text.slice(1);
}

/** Names on the left, what there is to say on the right. */
export function factRows(facts: readonly WordedFact[]): ColumnSet[] {
  return facts.map(({ name, text }, index) => cells([name, text], index === 0 ? 'Medium' : 'Small'));
}

const nameWidth = '128px';

function cells([name = '', ...texts]: readonly string[], spacing: 'Small' | 'Medium'): ColumnSet {
  return {
    type: 'ColumnSet',
    spacing,
    columns: [
      { type: 'Column', width: nameWidth, items: [small(name)] },
      ...texts.map(
        (text) => ({ type: 'Column', width: 'stretch', items: [paragraph(text, { size: 'Small' })] }) as const,
      ),
    ],
  };
}

function whatToDo({ fix }: WordedAppStatus, labels: CardLabels): Element[] {
  return fix.length > 0 ? [sectionTitle(labels.whatToDo), ...steps(fix)] : [];
}

/** Groups have a column only where there are some. */
function tally({ tally: lines, counts, state }: WordedAppStatus, labels: CardLabels): Element[] {
  if (lines.length === 0) return [];
  const withGroups = counts !== undefined && Object.values(counts.groups).some((count) => count > 0);
  const header = withGroups ? [cells(['', labels.users, labels.groups], 'Small')] : [];
  const rows = lines.map(({ name, users, groups }) =>
    cells(withGroups ? [name, users, groups] : [name, users], 'Small'),
  );
  return [sectionTitle(state === 'initialCycle' ? labels.soFar : labels.lastCycle), ...header, ...rows];
}

/** Each cause once, with the first of those who met it; a tap asks for the whole explanation. */
function problems(title: string, found: readonly WordedProblem[], labels: CardLabels): Element[] {
  if (found.length === 0) return [];
  const shown = found.slice(0, mostProblems);
  return [
    sectionTitle(title),
    ...shown.flatMap(({ title, text, subjects, more }) => [
      paragraph(title, { weight: 'Bolder' }, 'Small'),
      small(text),
      ...subjects.map((one) => person(one, labels)),
      ...(more === '' ? [] : [small(more, 'Small')]),
    ]),
  ];
}

function person({ name, isNew, question }: WordedTroubled, labels: CardLabels): Element {
  const shown = cut(name, 80);
  const title = isNew ? `${shown} (${labels.newOne})` : shown;
  return question ? listRow(title, '', tap(labels.explain(shown), 'ask', { question })) : paragraph(title, {}, 'Small');
}

const mostProblems = 4;

/** Bars of text: pictures inside a card do not reach every client of Teams. */
function trend(points: readonly WordedTrendPoint[], labels: CardLabels): Element[] {
  if (points.length === 0) return [];
  const most = Math.max(...points.map(({ written, failed, unexpectedSkips }) => written + failed + unexpectedSkips), 1);
  return [
    sectionTitle(labels.trend),
    ...points.map(
      (point): ColumnSet => ({
        type: 'ColumnSet',
        spacing: 'Small',
        columns: [
          { type: 'Column', width: nameWidth, items: [small(point.when)] },
          { type: 'Column', width: 'stretch', items: [bar(point, most)] },
        ],
      }),
    ),
  ];
}

const barLength = 14;

function bar({ failed, unexpectedSkips, written, text }: WordedTrendPoint, most: number): RichTextBlock {
  const part = (count: number) => '█'.repeat(count === 0 ? 0 : Math.max(1, Math.round((count / most) * barLength)));
  const runs = [
    run(part(failed), { size: 'Small', color: 'Attention' }),
    run(part(unexpectedSkips), { size: 'Small', color: 'Warning' }),
    run(part(written), { size: 'Small', color: 'Good' }),
  ].filter((one) => one.text.trim() !== '');
  return { type: 'RichTextBlock', inlines: [...runs, run(` ${text}`, { size: 'Small' })], spacing: 'None' };
}

function others({ candidates }: WordedAppStatus, labels: CardLabels): Element[] {
  if (candidates.length === 0) return [];
  return [
    sectionTitle(labels.otherApps),
    ...candidates.map(({ name, detail, question }) =>
      listRow(name, detail, tap(labels.choose(name), 'ask', { question })),
    ),
  ];
}
