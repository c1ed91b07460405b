import type { Answer, Candidate } from '../../../src/answers/answer.ts';
import { appTutorialTopic, type Question } from '../../../src/questions/question.ts';
import type { Meant, Place } from './place.ts';
import type { AskedText, InventedName } from './sets.ts';

/** Whom and what an answer is about, as ids. */
export interface Told {
  readonly kind: string;
  readonly people: readonly string[];
  readonly apps: readonly string[];
  readonly isTutorial?: boolean;
}

export interface Verdict {
  readonly right: boolean;
  /** Right, or what is right is among what was offered to choose from. */
  readonly close: boolean;
  /** Answered about a person or app that was not meant. */
  readonly wrongName: boolean;
  /** Answered about a person where nobody was named. */
  readonly nobodyNamed: boolean;
}

const answerKinds: Readonly<Record<Question['kind'], Answer['kind']>> = {
  explain: 'explanation',
  explainMany: 'explanations',
  userOverview: 'userOverview',
  appStatus: 'appStatus',
  overview: 'overview',
  appProblems: 'appProblems',
  appChanges: 'appChanges',
  credentials: 'credentials',
  watch: 'watching',
  unwatch: 'watching',
  watching: 'watching',
  meaning: 'meaning',
  topic: 'topic',
  help: 'help',
  about: 'about',
  notMine: 'notMine',
};

/** Whom an answer is about. */
export function toldBy(answer: Answer, place: Place): Told {
  const { kind } = answer;
  switch (kind) {
    case 'explanation':
      return { kind, people: [answer.subject.id], apps: [answer.app.id] };
    case 'explanations': {
      const people = answer.people.flatMap((line) =>
        line.answer.kind === 'explanation' ? [line.answer.subject.id] : place.bearersOf(line.text).slice(0, 1),
      );
      return { kind, people, apps: [answer.app.id] };
    }
    case 'userOverview':
      return { kind, people: [answer.subject.id], apps: [] };
    case 'appStatus':
    case 'appProblems':
    case 'appChanges':
    case 'credentials':
      return { kind, people: [], apps: [answer.app.id] };
    case 'watching':
      return { kind, people: [], apps: appNamedIn(answer.question, place) };
    case 'topic':
      return {
        kind,
        people: [],
        apps: appNamedIn(answer.question, place),
        isTutorial: answer.topic === appTutorialTopic,
      };
    default:
      return { kind, people: [], apps: [] };
  }
}

/** Whom the answer to a question would be about. */
export function wouldTell(question: Question, place: Place): Told {
  const kind = answerKinds[question.kind];
  const people =
    question.kind === 'explainMany' ? question.users : 'user' in question && question.user ? [question.user] : [];
  return {
    kind,
    people: people.flatMap((name) => place.bearersOf(name).slice(0, 1)),
    apps: appNamedIn(question, place),
  };
}

function appNamedIn(question: Question, place: Place): readonly string[] {
  return 'app' in question && question.app !== undefined ? place.appsOf(question.app).slice(0, 1) : [];
}

const aboutPeople: readonly string[] = ['explanation', 'explanations', 'userOverview'];
const aboutOneApp: readonly string[] = [
  'explanation',
  'explanations',
  'appStatus',
  'appProblems',
  'appChanges',
  'credentials',
  'watching',
];

/** Kinds that name nobody: what matters is that they are given. */
const nameless: readonly string[] = [
  'choice',
  'notFound',
  'notUnderstood',
  'about',
  'notMine',
  'help',
  'meaning',
  'overview',
  'topic',
];

/** Whether what was told is what was asked: the kind, everybody who is meant, and the app. */
export function isRight(told: Told, text: AskedText, meant: Meant): boolean {
  if (!text.accept.includes(told.kind) && !(told.isTutorial && text.accept.includes('tutorial'))) return false;
  if (text.notAbout === true || nameless.includes(told.kind)) return true;
  return (
    !namesOther(told, meant) &&
    (told.kind !== 'explanations' || meant.people.every((ids) => ids.some((id) => told.people.includes(id))))
  );
}

function namesOther(told: Told, { people, apps }: Meant): boolean {
  const otherPerson =
    aboutPeople.includes(told.kind) && people.length > 0 && told.people.some((id) => !people.flat().includes(id));
  const otherApp =
    aboutOneApp.includes(told.kind) &&
    apps.length > 0 &&
    (told.apps.length === 0 || told.apps.some((id) => !apps.includes(id)));
  return otherPerson || otherApp;
}

/** Judges an answer by its label. */
export function verdictOn(answer: Answer, text: AskedText, place: Place): Verdict {
  const meant = place.meantBy(text);
  const told = toldBy(answer, place);
  const right = isRight(told, text, meant);
  const named = told.people.length + told.apps.length > 0;
  return {
    right,
    close: right || isOffered(answer, text, meant, place),
    wrongName: !right && named && text.notAbout !== true && namesOther(told, meant),
    nobodyNamed:
      !right &&
      told.people.length > 0 &&
      (meant.people.length === 0 || text.notAbout === true) &&
      !text.accept.includes(told.kind),
  };
}

function isOffered(answer: Answer, text: AskedText, meant: Meant, place: Place): boolean {
  if (answer.kind !== 'choice' && answer.kind !== 'notFound') return false;
  const isMeant = (candidate: Candidate) => {
    if (candidate.type === 'question') return isRight(wouldTell(candidate.question, place), text, meant);
    return candidate.type === 'app' ? meant.apps.includes(candidate.id) : meant.people.flat().includes(candidate.id);
  };
  return answer.candidates.some(isMeant);
}

export interface NameVerdict {
  /** Answered about somebody: nobody is called so. */
  readonly somebodyElse: boolean;
  /** Said that nobody is called so, or asked back with the nearest among those to choose from. */
  readonly told: boolean;
}

export function verdictOnName(answer: Answer, { near }: InventedName, place: Place): NameVerdict {
  if (answer.kind === 'explanations') {
    const found = answer.people.some((line) => line.answer.kind === 'explanation');
    return { somebodyElse: found, told: !found && answer.people.some((line) => line.answer.kind === 'notFound') };
  }
  const somebodyElse = toldBy(answer, place).people.length > 0;
  if (answer.kind === 'notFound') return { somebodyElse, told: answer.of === 'subject' };
  const nearest = typeof near === 'string' ? place.meantBy({ meant: near }).people.flat() : [];
  const told =
    answer.kind === 'choice' && answer.of === 'subject' && answer.candidates.some(({ id }) => nearest.includes(id));
  return { somebodyElse, told };
}
