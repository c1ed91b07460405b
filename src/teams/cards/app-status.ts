import type { Need } from '../../diagnosis/health.ts';
import { isAskable } from '../../words/askable.ts';
import type { WordedAppStatus, WordedFact } from '../../words/worded-apps.ts';
import { capital, nameWidth, problemLines, problems, trend } from './cycle-parts.ts';
import type { AdaptiveCard, ColumnSet, Container, ContainerStyle, Element, Execute } from './elements.ts';
import type { CardLabels } from './labels.ts';
import {
  card,
  folded,
  heading,
  lineOf,
  listRow,
  opening,
  paragraph,
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
    stateHead(worded),
    paragraph(worded.why, {}, 'Medium'),
    // Only who asked for them gets them, so they come before the rest.
    ...whoIsAffected(worded, labels),
    ...factRows(worded.facts),
    ...whatToDo(worded, labels),
    ...tally(worded, labels),
    ...problems(labels.trouble, worded.problems, labels),
    ...problemLines(labels.standing, worded.standing),
    ...trend(worded.trend, labels),
    ...others(worded, labels),
    ...notes.map((note, index) => small(note, index === 0 ? 'Medium' : 'Small')),
    small(labels.asOf(worded.asOf), notes.length === 0 ? 'Medium' : 'Small'),
    folded('proof', labels.proof, proofItems(evidence, labels)),
  ];
  const app = isAskable(worded.app.id) ? worded.app.id : '';
  const again = question.kind === 'appStatus' && app !== '' ? ({ ...question, app } as const) : question;
  const asks: Execute[] = [tap(labels.checkAgain, 'checkAgain', { question: again })];
  if (worded.problems.length + worded.standing.length + (worded.affected?.total ?? 0) > 0 && app !== '') {
    asks.push(tap(labels.whoHasProblems, 'ask', { question: { kind: 'appProblems', app } }));
  }
  if (app !== '' && (fix.some(({ step }) => step === 'renew-credentials') || isAboutSignIn(worded))) {
    asks.push(tap(labels.credentials, 'ask', { question: { kind: 'credentials', app } }));
  }
  return card(worded.headline, labels, {
    body,
    actions: [...asks, unfold('proof', labels.proof), ...opening(links, labels)].slice(0, 6),
  });
}

function isAboutSignIn({ quarantine }: WordedAppStatus): boolean {
  if (!quarantine) return false;
  return /credential|QuarantineException/i.test(`${quarantine.reason} ${quarantine.error?.code ?? ''}`);
}

/** The state as a word, which app, and the reason, on a tint that only repeats what the word says. */
export function stateHead({
  stateName,
  app,
  reason,
  need,
}: Pick<WordedAppStatus, 'stateName' | 'app' | 'reason' | 'need'>): Container {
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

/** Names on the left, what there is to say on the right. */
export function factRows(facts: readonly WordedFact[]): ColumnSet[] {
  return facts.map(({ name, text }, index) => cells([name, text], index === 0 ? 'Medium' : 'Small'));
}

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

/** Who waits, each to tap; those beyond the first are a number. */
function whoIsAffected({ affected }: WordedAppStatus, labels: CardLabels): Element[] {
  if (!affected) return [];
  const more = affected.total - affected.people.length;
  return [
    sectionTitle(labels.affected),
    paragraph(affected.text, {}, 'Small'),
    ...affected.people.map(({ name, userPrincipalName, when, question }) => {
      const detail = [userPrincipalName, when].filter((part) => part !== undefined && part !== '').join(' · ');
      return listRow(name, detail, question && tap(labels.explain(name), 'open', { question }));
    }),
    ...(more > 0 ? [small(labels.more(String(more)), 'Small')] : []),
  ];
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

function others({ candidates }: WordedAppStatus, labels: CardLabels): Element[] {
  if (candidates.length === 0) return [];
  return [
    sectionTitle(labels.otherApps),
    ...candidates.map(({ name, detail, question }) =>
      listRow(name, detail, tap(labels.choose(name), 'ask', { question })),
    ),
  ];
}
