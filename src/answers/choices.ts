import type { App, Subject } from '../diagnosis/evidence.ts';
import type { ExplainQuestion, Question, UserOverviewQuestion } from '../questions/question.ts';
import type { Candidate, CandidateFlag, ChoiceAnswer, NotFoundAnswer } from './answer.ts';
import { bearsNearly } from './find-subject.ts';

/** A question that names a person or group. */
export type SubjectQuestion = ExplainQuestion | UserOverviewQuestion;

/** A question that names an app. */
export type AppQuestion = Extract<Question, { readonly app?: string }>;

/** How many names a choice lists at the most. */
const mostListed = 10;

/** Several people or groups fit: the asker chooses, and a tap asks the same question about the one chosen. */
export function chooseSubject(
  question: SubjectQuestion,
  text: string,
  app: App | undefined,
  subjects: readonly Subject[],
  more = false,
): ChoiceAnswer {
  return {
    kind: 'choice',
    question,
    of: 'subject',
    text,
    candidates: subjects
      .toSorted(byName)
      .slice(0, mostListed)
      .map((one) => aSubject(question, one, app)),
    total: subjects.length,
    more,
  };
}

function byName(one: Subject, other: Subject): number {
  const upn = ({ userPrincipalName = '' }: Subject) => userPrincipalName;
  return one.name.localeCompare(other.name, 'en') || upn(one).localeCompare(upn(other), 'en');
}

/** Several apps fit. */
export function chooseApp(question: AppQuestion, text: string, apps: readonly App[]): ChoiceAnswer {
  return {
    kind: 'choice',
    question,
    of: 'app',
    text,
    candidates: apps.slice(0, mostListed).map((one) => anApp(question, one)),
    total: apps.length,
  };
}

/** Nobody fits; the nearest names are there to choose from. Whoever bears the whole name but for a slip is asked about. */
export function noSuchSubject(
  question: SubjectQuestion,
  text: string,
  nearest: readonly Subject[],
): NotFoundAnswer | ChoiceAnswer {
  const alike = nearest.filter((one) => bearsNearly(text, one));
  if (alike.length > 0) return { ...chooseSubject(question, text, undefined, alike), near: true };
  const candidates = nearest.slice(0, mostListed).map((one) => aSubject(question, one, undefined));
  return { kind: 'notFound', question, of: 'subject', text, candidates };
}

export function noSuchApp(question: AppQuestion, text: string, nearest: readonly App[]): NotFoundAnswer {
  const candidates = nearest.slice(0, mostListed).map((one) => anApp(question, one));
  return { kind: 'notFound', question, of: 'app', text, candidates };
}

function aSubject(question: SubjectQuestion, subject: Subject, app: App | undefined): Candidate {
  const { department, jobTitle } = subject.attributes;
  const detail = [subject.mail ?? subject.userPrincipalName, department, jobTitle];
  return {
    type: subject.type,
    id: subject.id,
    name: subject.name,
    detail: detail.filter((part): part is string => typeof part === 'string' && part !== ''),
    flags: flagsOf(subject),
    question: { ...question, user: subject.id, subject: subject.type, ...(app && { app: app.id }) },
  };
}

function flagsOf(subject: Subject): CandidateFlag[] {
  const flags: CandidateFlag[] = [];
  if (subject.type === 'group') flags.push('group');
  if (subject.userType?.toLowerCase() === 'guest') flags.push('guest');
  if (subject.deletedAt !== undefined) flags.push('deleted');
  else if (subject.accountEnabled === false) flags.push('disabled');
  return flags;
}

function anApp(question: AppQuestion, app: App): Candidate {
  const detail = app.galleryName && app.galleryName !== app.name ? [app.galleryName] : [];
  return { type: 'app', id: app.id, name: app.name, detail, question: { ...question, app: app.id } };
}
