import { lookUp } from '../diagnosis/catalogue/catalogue.ts';
import { tutorialBySlug } from '../diagnosis/catalogue/tutorials.ts';
import { httpStatus } from '../diagnosis/code-match.ts';
import type { Question, SubjectType } from '../questions/question.ts';

/** What an answer found for the texts of a question. */
export interface FoundIds {
  readonly subject?: { readonly id: string; readonly type: SubjectType };
  readonly app?: string;
  /** The ids of several who were asked about at once. */
  readonly people?: readonly string[];
}

const guid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

/** A question without a text that somebody typed: the ids of what was found stand in, and the rest is left out. */
export function withIdsOnly(question: Question, found: FoundIds): Question {
  switch (question.kind) {
    case 'explain':
      return { kind: question.kind, ...whom(question, found), ...whichApp(question, found) };
    case 'explainMany':
      return { kind: question.kind, users: whichPeople(question.users, found), ...whichApp(question, found) };
    case 'appStatus':
    case 'appChanges':
    case 'credentials':
    case 'watch':
    case 'unwatch': {
      const { app: _typed, ...settings } = question;
      return { ...settings, ...whichApp(question, found) };
    }
    case 'userOverview': {
      const { user: _typed, subject: _said, ...settings } = question;
      return { ...settings, ...whom(question, found) };
    }
    case 'appProblems': {
      const { app: _typed, code, ...settings } = question;
      return { ...settings, ...(code !== undefined && whichCode(code)), ...whichApp(question, found) };
    }
    case 'meaning':
      return { kind: question.kind, text: '' };
    case 'topic':
      return { kind: question.kind, topic: question.topic, ...whichApp(question, found) };
    case 'notMine':
      return { kind: question.kind, of: question.of, ...whichUser(question, found), ...whichApp(question, found) };
    case 'about':
    case 'overview':
    case 'watching':
    case 'help':
      return question;
  }
}

function whom(question: { readonly user?: string; readonly subject?: SubjectType }, { subject }: FoundIds) {
  if (subject) return { user: subject.id, subject: subject.type };
  return { ...whichUser(question, {}), ...(question.subject && { subject: question.subject }) };
}

function whichUser({ user }: { readonly user?: string }, { subject }: FoundIds) {
  if (user === undefined) return {};
  if (subject) return { user: subject.id };
  return guid.test(user) ? { user } : {};
}

/** Nobody rather than some of them: an answer about fewer people than were named would not say so. */
function whichPeople(users: readonly string[], { people }: FoundIds): readonly string[] {
  if (people) return people;
  return users.every((user) => guid.test(user)) ? users : [];
}

/** A documented code by its own name, and a status by its number: neither is what somebody typed. */
function whichCode(typed: string) {
  const status = httpStatus(typed.trim());
  const code = status === undefined ? lookUp(typed)?.code : String(status);
  return code === undefined ? {} : { code };
}

function whichApp(question: { readonly app?: string }, { app }: FoundIds) {
  if (question.app === undefined) return {};
  if (app !== undefined) return { app };
  const isId = guid.test(question.app) || tutorialBySlug(question.app) !== undefined;
  return isId ? { app: question.app } : {};
}
