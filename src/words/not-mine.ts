import type { NotMineAnswer } from '../answers/answer.ts';
import type { Question } from '../questions/question.ts';
import { isAskable } from './askable.ts';
import { bareDiagnosis } from './bare-diagnosis.ts';
import type { Clock } from './clock.ts';
import { fixOf } from './explanation.ts';
import type { Language, Told } from './language.ts';
import { portalLink, portalList } from './portal-links.ts';
import type { WordedAction, WordedNotMine } from './worded.ts';

/** Who does what Skipper doesn't do, and what it can answer about whom and what was named. */
export function notMine(answer: NotMineAnswer, language: Language, clock: Clock): Omit<WordedNotMine, 'cost'> {
  const { question, of, fix } = answer;
  const told = tell(answer, language, clock);
  const actions = actionsFor(answer, told, language);
  return {
    question,
    kind: 'notMine',
    of,
    ...language.notMine(of, fix[0]?.owner, told),
    fix: fixOf(fix, told, language, (place, about) => portalLink(place, about) ?? portalList(place)),
    actions,
    examples: of === 'other' && actions.length === 0 ? language.notMineExamples : [],
  };
}

/** Nothing was looked up: a name is as the asker wrote it, and an id is a page but no name. */
function tell({ about }: NotMineAnswer, { unnamed }: Language, clock: Clock): Told {
  const person = named(about.user, unnamed.person);
  return {
    subject: { type: 'user', ...person },
    app: named(about.app, unnamed.app),
    diagnosis: bareDiagnosis({ cause: 'unrecognised' }),
    clock,
    named: true,
  };
}

const objectId = /^[\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12}$/i;

function named(text: string | undefined, otherwise: string): { readonly id: string; readonly name: string } {
  const given = text?.trim() ?? '';
  if (objectId.test(given)) return { id: given, name: otherwise };
  return { id: '', name: given === '' ? otherwise : given };
}

/** The nearest question that has an answer: about the person in the app, else about each by itself. */
function actionsFor({ about }: NotMineAnswer, told: Told, { askInstead }: Language): readonly WordedAction[] {
  const user = askable(about.user);
  const app = askable(about.app);
  const offer = (title: string, question: Question): WordedAction => ({ title, question });
  return [
    ...(user && app ? [offer(askInstead.explain(told), { kind: 'explain', user, app })] : []),
    ...(user && !app ? [offer(askInstead.person(told), { kind: 'userOverview', user })] : []),
    ...(app ? [offer(askInstead.app(told), { kind: 'appStatus', app })] : []),
  ];
}

function askable(text: string | undefined): string | undefined {
  const given = text?.trim() ?? '';
  return isAskable(given) ? given : undefined;
}
