import type { Answer, Candidate, ExplanationAnswer, PersonLine } from '../answers/answer.ts';
import type { AppAnswer, ClauseFinding, Diagnosis, Now, Proof, PropertyFinding } from '../diagnosis/diagnosis.ts';
import type { AttributeValue, JobError, Subject } from '../diagnosis/evidence.ts';
import type { JobHealth } from '../diagnosis/health.ts';
import type { ProblemGroup } from '../diagnosis/problems.ts';
import type { Change } from '../watch/change.ts';

/** An answer for a chat that others read. */
export interface Withheld {
  readonly answer: Answer;
  /** Whether anything was left out. */
  readonly some: boolean;
}

/**
 * An answer without the attribute values of the people in it: `mark` stands in their place. Names stay, and so do the
 * names of attributes, filters, groups and roles, what is empty, and whether an account is enabled. Pure.
 */
export function withholdValues(answer: Answer, mark: string): Withheld {
  let some = false;
  const hidden = (): string => {
    some = true;
    return mark;
  };
  const result = withheld(answer, hidden);
  return { answer: result, some };
}

/** What stands in the place of a value that is left out. */
type Hide = () => string;

/** One row for each kind of answer: the compiler asks for the row of a kind that is added. */
function withheld(answer: Answer, hide: Hide): Answer {
  switch (answer.kind) {
    case 'explanation':
      return ofExplanation(answer, hide);
    case 'explanations':
      return { ...answer, people: answer.people.map((line) => ({ ...line, answer: ofLine(line.answer, hide) })) };
    case 'appChanges':
      return { ...answer, people: answer.people.map(called) };
    case 'userOverview':
      return {
        ...answer,
        subject: ofSubject(answer.subject),
        apps: answer.apps.map((one) => ({ ...one, diagnosis: ofDiagnosis(one.diagnosis, hide) })),
      };
    case 'appProblems':
      return {
        ...answer,
        groups: answer.groups.map((group) => ofGroup(group, hide)),
        others: answer.others && {
          ...answer.others,
          groups: answer.others.groups.map((group) => ofGroup(group, hide)),
        },
      };
    case 'credentials': {
      const { trouble, test } = answer;
      return {
        ...answer,
        health: ofHealth(answer.health, hide),
        trouble: trouble && {
          ...trouble,
          error: { ...trouble.error, message: ofText(trouble.error.message, hide) ?? '' },
        },
        test: test.outcome === 'refused' ? { ...test, message: ofText(test.message, hide) } : test,
      };
    }
    case 'appStatus':
      return {
        ...answer,
        health: ofHealth(answer.health, hide),
        affected: answer.affected && { ...answer.affected, people: answer.affected.people.map(called) },
      };
    case 'news':
      return { ...answer, changes: answer.changes.map((change) => ofNews(change, hide)) };
    case 'choice':
    case 'notFound':
      return { ...answer, candidates: answer.candidates.map((one) => ofCandidate(one, hide)) };
    case 'meaning':
    // The asker wrote it there, for all to read.
    case 'notMine':
    case 'about':
    case 'topic':
    case 'overview':
    case 'watching':
    case 'digest':
    case 'help':
    case 'denied':
    case 'unavailable':
    case 'notUnderstood':
      return answer;
  }
}

function ofExplanation(answer: ExplanationAnswer, hide: Hide): ExplanationAnswer {
  return { ...answer, subject: ofSubject(answer.subject), diagnosis: ofDiagnosis(answer.diagnosis, hide) };
}

function ofLine(answer: PersonLine['answer'], hide: Hide): PersonLine['answer'] {
  switch (answer.kind) {
    case 'explanation':
      return ofExplanation(answer, hide);
    case 'choice':
    case 'notFound':
      return { ...answer, candidates: answer.candidates.map((one) => ofCandidate(one, hide)) };
    case 'unanswered':
      return answer;
  }
}

function ofGroup(group: ProblemGroup, hide: Hide): ProblemGroup {
  return { ...group, people: group.people.map(called), common: ofDiagnosis(group.common, hide) };
}

/** What an app said about its credentials can name the account that they are of. */
function ofHealth(health: JobHealth, hide: Hide): JobHealth {
  const { lastCycle, quarantine } = health;
  return {
    ...health,
    lastCycle: lastCycle && { ...lastCycle, error: ofError(lastCycle.error, hide) },
    quarantine: quarantine && { ...quarantine, error: ofError(quarantine.error, hide) },
  };
}

/** What happened to a job names nobody, but for what the app said. */
function ofNews(change: Change, hide: Hide): Change {
  if ('quarantine' in change) {
    return { ...change, quarantine: { ...change.quarantine, error: ofError(change.quarantine.error, hide) } };
  }
  if (!('cycle' in change) || !change.cycle) return change;
  return { ...change, cycle: { ...change.cycle, error: ofError(change.cycle.error, hide) } };
}

function ofError(error: JobError | undefined, hide: Hide): JobError | undefined {
  return error && { ...error, message: ofText(error.message, hide) ?? '' };
}

/** Whether an account is there and enabled is no value of the kind that is left out. */
function ofSubject({ type, id, name, userPrincipalName, accountEnabled, deletedAt }: Subject): Subject {
  return { ...called({ type, id, name, userPrincipalName }), accountEnabled, deletedAt, attributes: {} };
}

/** Only who has no name is called by an address. */
function called<T extends { readonly name: string; readonly userPrincipalName?: string }>(person: T): T {
  return person.name.trim() === '' ? person : { ...person, userPrincipalName: undefined };
}

/** An address tells namesakes apart; department and job are for the asker. */
function ofCandidate(candidate: Candidate, hide: Hide): Candidate {
  if (candidate.type === 'app' || candidate.type === 'question') return candidate;
  const detail = candidate.detail.filter((part) => part.includes('@'));
  if (detail.length < candidate.detail.length) hide();
  return { ...candidate, detail };
}

function ofDiagnosis(diagnosis: Diagnosis, hide: Hide): Diagnosis {
  const { clauses, property, matching, appAnswer, lastGood, proof, now } = diagnosis;
  return {
    ...diagnosis,
    clauses: clauses.map((clause) => ofClause(clause, hide)),
    property: property && ofProperty(property, hide),
    matching: matching && ofProperty(matching, hide),
    appAnswer: appAnswer && ofAppAnswer(appAnswer, hide),
    lastGood: lastGood && {
      ...lastGood,
      changed: lastGood.changed.map(({ name, from, to }) => ({
        name,
        from: ofText(from, hide),
        to: ofText(to, hide),
      })),
    },
    proof: proof.map((one) => ofProof(one, hide)),
    now: { ...now, changes: now.changes.map((change) => ofChange(change, hide)) },
  };
}

function ofClause(clause: ClauseFinding, hide: Hide): ClauseFinding {
  const { wanted, actual, actualThen } = clause;
  return {
    ...clause,
    wanted: wanted.map(hide),
    actual: ofValue(actual, hide),
    actualThen: ofText(actualThen, hide),
  };
}

function ofProperty(property: PropertyFinding, hide: Hide): PropertyFinding {
  const sources = property.sources.map((source) => ({ ...source, value: ofValue(source.value, hide) }));
  return { ...property, defaultValue: ofText(property.defaultValue, hide), sources };
}

/** The app's own words quote values in ways that nobody can foresee. */
function ofAppAnswer(answer: AppAnswer, hide: Hide): AppAnswer {
  const { sentence, raw, value, ...rest } = answer;
  if (sentence !== undefined || raw !== '') hide();
  return { ...rest, raw: '', value: value && { property: value.property, value: hide() } };
}

function ofProof(proof: Proof, hide: Hide): Proof {
  switch (proof.what) {
    case 'clause':
      return { ...proof, clause: ofClause(proof.clause, hide) };
    case 'property':
      return { ...proof, property: ofProperty(proof.property, hide) };
    case 'step':
      // Its text is boilerplate around values.
      return { ...proof, text: hide(), details: {} };
    case 'entry':
    case 'none':
    case 'assignment':
    case 'account':
    case 'job':
      return proof;
  }
}

function ofChange(change: Now['changes'][number], hide: Hide): Now['changes'][number] {
  if (change.change !== 'attribute') return change;
  return { ...change, from: ofText(change.from, hide), to: ofValue(change.to, hide) ?? null };
}

function ofText(text: string | undefined, hide: Hide): string | undefined {
  return text === undefined || text === '' ? text : hide();
}

/** What is empty says so: nothing of a person is in it. */
function ofValue(value: AttributeValue | undefined, hide: Hide): AttributeValue | undefined {
  if (value === undefined || value === null || value === '') return value;
  return Array.isArray(value) && value.length === 0 ? value : hide();
}
