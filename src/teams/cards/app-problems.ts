import { isAskable } from '../../words/askable.ts';
import type {
  WordedAppProblems,
  WordedOtherGroup,
  WordedPerson,
  WordedProblemGroup,
} from '../../words/worded-people.ts';
import type { AdaptiveCard, Column, Container, ContainerStyle, Element, Execute } from './elements.ts';
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

/** Groups that are shown with their people; further ones are a line each. */
const mostGroups = 6;
/** People that the whole card names: each brings a button. */
const mostPeople = 20;
/** Steps of each group; the explanation of each person has them all. */
const mostSteps = 2;

/** Who failed or was skipped in an app, by cause: the people to tap, and what mends it once. */
export function appProblemsCard(worded: WordedAppProblems, labels: CardLabels): AdaptiveCard {
  const { groups, notes, evidence, links } = worded;
  const shown = groups.slice(0, mostGroups);
  const named = shares(shown.map(({ people }) => people.length));
  const body: Element[] = [
    top(worded),
    ...(worded.why === '' ? [] : [paragraph(worded.why, {}, 'Medium')]),
    ...shown.flatMap((group, index) => groupItems(group, index, named[index] ?? 0, labels)),
    ...groups.slice(mostGroups).map(furtherGroup),
    ...otherCodes(worded, labels),
    ...notes.map((note, index) => small(note, index === 0 ? 'Medium' : 'Small')),
    small(labels.asOf(worded.asOf), notes.length === 0 ? 'Medium' : 'Small'),
    folded('proof', labels.proof, proofItems(evidence, labels)),
  ];
  return card(worded.headline, labels, {
    body,
    actions: [
      tap(labels.checkAgain, 'checkAgain', { question: sameAgain(worded) }),
      ...anyCode(worded, labels),
      unfold('proof', labels.proof),
      ...opening(links, labels),
    ],
  });
}

/** Checking again is about the app that was found. */
function sameAgain({ question, app }: WordedAppProblems): WordedAppProblems['question'] {
  return question.kind === 'appProblems' && isAskable(app.id) ? { ...question, app: app.id } : question;
}

/** Those with other codes, a line a cause. */
function otherCodes({ others }: WordedAppProblems, labels: CardLabels): Element[] {
  if (others === undefined || others.groups.length === 0) return [];
  return [sectionTitle(labels.otherProblems), ...others.groups.slice(0, mostGroups).map(furtherGroup)];
}

/** The same question without the code. */
function anyCode(worded: WordedAppProblems, labels: CardLabels): Execute[] {
  const question = sameAgain(worded);
  if (question.kind !== 'appProblems' || question.code === undefined) return [];
  const { code: _code, ...any } = question;
  return [tap(labels.allProblems, 'ask', { question: any })];
}

function top(worded: WordedAppProblems): Container {
  const { app, windowText, headline } = worded;
  return {
    type: 'Container',
    style: toneOf(worded),
    bleed: true,
    items: [small(`${app.name} · ${windowText}`), heading(headline, 'Small')],
  };
}

function toneOf({ groups, complete, others }: WordedAppProblems): ContainerStyle {
  if (groups.length === 0) return complete && !others?.total ? 'good' : 'emphasis';
  return groups.some(({ outcome }) => outcome === 'failed') ? 'attention' : 'warning';
}

/** How many people of each group are named: one after the other gets one more, until the card is full. */
function shares(wanted: readonly number[]): readonly number[] {
  const given = wanted.map(() => 0);
  for (let left = mostPeople; left > 0; ) {
    const before = left;
    wanted.forEach((most, index) => {
      const has = given[index] ?? 0;
      if (left === 0 || has >= most) return;
      given[index] = has + 1;
      left -= 1;
    });
    if (left === before) break;
  }
  return given;
}

function groupItems(group: WordedProblemGroup, index: number, most: number, labels: CardLabels): Element[] {
  const { people, count, fix } = group;
  const named = people.slice(0, most);
  const more = count - named.length;
  const id = `steps-${index}`;
  const title: Column = {
    type: 'Column',
    width: 'stretch',
    items: [sectionTitleOf(group), lineOf(group.counted, subtitle(group), 'None')],
  };
  const button: Column = {
    type: 'Column',
    width: 'auto',
    verticalContentAlignment: 'Center',
    items: [{ type: 'ActionSet', actions: [unfold(id, labels.whatToDo)] }],
  };
  const mend = fix.length > 0;
  return [
    { type: 'ColumnSet', spacing: 'Large', columns: mend ? [title, button] : [title] },
    ...(mend ? [folded(id, labels.whatToDo, steps(fix.slice(0, mostSteps)))] : []),
    ...named.map((person) => personRow(person, labels)),
    ...(more > 0 ? [small(labels.more(String(more)), 'Small')] : []),
  ];
}

function sectionTitleOf({ title }: WordedProblemGroup): Element {
  return paragraph(title.charAt(0).toLocaleUpperCase() + title.slice(1), { weight: 'Bolder' });
}

function subtitle({ outcomeName, code }: WordedProblemGroup): string {
  return [` · ${outcomeName}`, code].filter((part) => part !== undefined && part !== '').join(' · ');
}

function personRow(person: WordedPerson, labels: CardLabels): Container {
  const { name, userPrincipalName, when, question } = person;
  const detail = [userPrincipalName, when].filter((part) => part !== undefined && part !== '').join(' · ');
  return listRow(name, detail, question && tap(labels.explain(name), 'open', { question }));
}

function furtherGroup({ title, counted, outcomeName }: WordedOtherGroup): Element {
  return small(`${counted} · ${outcomeName} · ${title}`, 'Small');
}
