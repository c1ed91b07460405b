import { isAskable } from '../../words/askable.ts';
import type { WordedUserApp, WordedUserOverview } from '../../words/worded-people.ts';
import type { Action, AdaptiveCard, Container, ContainerStyle, Element } from './elements.ts';
import type { CardLabels } from './labels.ts';
import { card, folded, heading, lineOf, opening, paragraph, sectionTitle, small, steps, tap, unfold } from './parts.ts';
import { proofItems } from './proof.ts';

/** Apps that the card lists: each brings a button. */
const mostApps = 16;

/** What is wrong with somebody: a line for each app, problems first, and what is as it should be folded away. */
export function userOverviewCard(worded: WordedUserOverview, labels: CardLabels): AdaptiveCard {
  const { apps, evidence, notes, links, fix } = worded;
  const shown = apps.slice(0, mostApps);
  const open = shown.filter((one) => !isFolded(one));
  const expected = shown.filter(isFolded);
  const more = apps.length - shown.length;
  const body: Element[] = [
    top(worded),
    ...(worded.why === '' ? [] : [paragraph(worded.why, {}, 'Medium')]),
    ...open.map((one) => appRow(one, labels)),
    ...(more > 0 ? [small(labels.more(String(more)), 'Small')] : []),
    ...(fix.length > 0 ? [sectionTitle(labels.whatToDo), ...steps(fix)] : []),
    ...notes.map((note, index) => small(note, index === 0 ? 'Medium' : 'Small')),
    small(labels.asOf(worded.asOf), notes.length === 0 ? 'Medium' : 'Small'),
    ...(expected.length > 0 ? [expectedOnes(expected, labels)] : []),
    ...(evidence.length > 0 ? [folded('proof', labels.proof, proofItems(evidence, labels))] : []),
  ];
  const actions: Action[] = [
    tap(labels.checkAgain, 'checkAgain', { question: sameAgain(worded) }),
    ...(expected.length > 0 ? [unfold('expected', labels.expectedOnes(String(expected.length)))] : []),
    ...(evidence.length > 0 ? [unfold('proof', labels.proof)] : []),
    ...opening(links, labels),
  ];
  return card(worded.headline, labels, { body, actions });
}

/** Checking again is about the one who was found. */
function sameAgain({ question, subject }: WordedUserOverview): WordedUserOverview['question'] {
  if (question.kind !== 'userOverview' || !isAskable(subject.id)) return question;
  return { ...question, user: subject.id, subject: subject.type };
}

function top(worded: WordedUserOverview): Container {
  const { subject, headline } = worded;
  const address = subject.userPrincipalName ? ` · ${subject.userPrincipalName}` : '';
  return {
    type: 'Container',
    style: toneOf(worded),
    bleed: true,
    items: [small(`${subject.name}${address}`), heading(headline, 'Small')],
  };
}

function toneOf({ apps }: WordedUserOverview): ContainerStyle {
  if (apps.length === 0) return 'emphasis';
  if (apps.some(({ stillActive, verdict }) => stillActive || verdict === 'failed')) return 'attention';
  return apps.every(isSettled) ? 'good' : 'warning';
}

function isSettled({ expected, verdict, cause }: WordedUserApp): boolean {
  return expected || verdict === 'provisioned' || verdict === 'deprovisioned' || cause === 'no-record';
}

/** Where somebody is provisioned is what was asked for; where somebody was never meant to be is not. */
function isFolded({ expected, verdict, cause }: WordedUserApp): boolean {
  return expected && verdict !== 'provisioned' && cause !== 'already-in-sync';
}

function appRow(one: WordedUserApp, labels: CardLabels): Container {
  const { app, verdictName, reason, when, question } = one;
  const rest = [capitalised(reason), when].filter((part) => part !== undefined && part !== '').join(' · ');
  return {
    type: 'Container',
    style: styleOf(one),
    spacing: 'Small',
    items: [paragraph(app.name, { weight: 'Bolder', color: 'Accent' }), lineOf(verdictName, ` · ${rest}`, 'None')],
    ...(question && { selectAction: tap(labels.explain(app.name), 'open', { question }) }),
  };
}

function styleOf({ stillActive }: WordedUserApp): ContainerStyle {
  return stillActive ? 'attention' : 'emphasis';
}

function expectedOnes(apps: readonly WordedUserApp[], labels: CardLabels): Container {
  return folded(
    'expected',
    labels.expectedOnes(String(apps.length)),
    apps.map((one) => appRow(one, labels)),
  );
}

function capitalised(text: string): string {
  return text.charAt(0).toLocaleUpperCase() + text.slice(1);
}
