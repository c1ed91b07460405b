import type { AppChangesAnswer } from '../answers/people-answers.ts';
import { changeKinds } from '../diagnosis/tally-changes.ts';
import type { AppChangeKind } from '../questions/question.ts';
import type { Clock } from './clock.ts';
import { firstNamed } from './explanation.ts';
import type { Language } from './language.ts';
import { wordPerson } from './person.ts';
import { portalLink } from './portal-links.ts';
import { tellAlone } from './tell-alone.ts';
import type { Link } from './worded.ts';
import type { WordedAppChanges } from './worded-people.ts';

/** Who was created, updated, disabled or deleted in an app. */
export function appChanges(answer: AppChangesAnswer, language: Language, clock: Clock): Omit<WordedAppChanges, 'cost'> {
  const { question, window, counts, limits, asOf } = answer;
  const { people: words } = language;
  const app = { ...answer.app, name: firstNamed(answer.app.name, answer.app.galleryName, answer.app.id) };
  const named: AppChangesAnswer = { ...answer, app };
  const kinds: readonly AppChangeKind[] = question.change === undefined ? changeKinds : [question.change];
  const limit = limits.at(-1);
  return {
    question,
    kind: 'appChanges',
    app: { id: app.id, name: app.name },
    window,
    windowText: words.window(named, clock),
    change: question.change,
    counts,
    facts: changeKinds
      .filter((change) => counts[change] > 0)
      .map((change) => ({ name: words.changes[change], text: clock.number(counts[change]) })),
    total: kinds.reduce((sum, change) => sum + counts[change], 0),
    headline: words.changesHeadline(named, clock),
    why: words.changesWhy(named, clock),
    people: answer.people.map((person) => ({
      ...wordPerson(person, app.id, clock),
      change: person.change,
      changeName: words.changes[person.change],
    })),
    complete: limits.length === 0,
    partial: limit && { ...limit, reason: limit.why, text: words.limit(limit, clock) },
    evidence: [{ source: 'log', text: words.problemsRead(named, clock), at: asOf, when: clock.moment(asOf) }],
    links: linksOf(app, language, clock),
    notes: [...limits.map((one) => words.limit(one, clock)), ...words.jobNotes(named)],
    asOf: clock.moment(asOf),
  };
}

function linksOf(app: AppChangesAnswer['app'], language: Language, clock: Clock): readonly Link[] {
  const url = portalLink('app-provisioning', { app });
  return url ? [{ title: language.place('app-provisioning', tellAlone({ app }, language, clock)), url }] : [];
}
