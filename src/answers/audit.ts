import type { Subject } from '../diagnosis/evidence.ts';
import type { Question, QuestionKind, SubjectType } from '../questions/question.ts';
import type { Answer, PersonLine } from './answer.ts';
import type { AskRequest, Place } from './ask.ts';

/**
 * One line of the audit: who asked what, and what came of it. No attribute value, and no text of a message unless the
 * operator wants it; names only to find the line again when the object is gone.
 */
export interface AuditRecord {
  /** ISO 8601. */
  readonly at: string;
  readonly correlationId: string;
  /** The verified Entra object id of who asked; absent where Teams told none. */
  readonly askerId?: string;
  readonly askerName?: string;
  readonly placeType?: Place['type'];
  readonly conversationId?: string;
  readonly how: 'typed' | 'button';
  /** As which kind of question it was understood, or which kind was tapped. Absent where it was not understood. */
  readonly kind?: QuestionKind;
  /** From 0 to 1: how sure that was. */
  readonly confidence?: number;
  /** The correlation id of the answer whose choice was tapped: that one was misread. */
  readonly corrects?: string;
  /** What was typed, only where the operator keeps it. */
  readonly text?: string;
  readonly subjectType?: SubjectType;
  /** Absent where nobody was found: the name is then what the asker wrote. */
  readonly subjectId?: string;
  readonly subjectName?: string;
  readonly appId?: string;
  readonly appName?: string;
  readonly verdict?: string;
  readonly cause?: string;
  /** The kind of the answer, with why where there is none: "denied notLetIn". `begun`: before something is changed or shown. */
  readonly outcome: string;
  readonly graphRequestIds: readonly string[];
}

/** A text that was not understood as it was meant, as a tap showed afterwards. */
export interface Misread {
  /** When it was tapped what was meant; ISO 8601. */
  readonly at: string;
  /** Absent where it was not understood at all. */
  readonly understoodAs?: QuestionKind;
  readonly confidence?: number;
  readonly meant: QuestionKind;
  /** What was typed, where it is kept. */
  readonly text?: string;
}

/** Where the audit is kept: store/ has it. */
export interface AuditTrail {
  /** Rejects when the record is not kept. */
  record(record: AuditRecord): Promise<void>;
}

/** People of one question whose names are kept before it is answered. */
const mostNamed = 20;

/** Longest name that is kept, and the longest text. */
const longest = 200;
const longestText = 1000;

/** What the ledger knows of a turn besides its request and its answer. */
interface TurnFacts extends Pick<AuditRecord, 'at' | 'graphRequestIds'> {
  readonly keepsText: boolean;
}

/**
 * What an answer to a request leaves in the audit: a line, and for an answer about several people a line each, so that
 * everybody who was looked up is found again.
 */
export function auditRecordsOf(
  request: AskRequest,
  question: Question | undefined,
  answer: Answer | undefined,
  facts: TurnFacts,
): readonly AuditRecord[] {
  const whole = auditRecordOf(request, question, answer, facts);
  if (answer?.kind === 'explanations' && answer.people.length > 0) {
    return answer.people.map((line) => ({ ...whole, ...ofLine(line) }));
  }
  if (answer === undefined && question?.kind === 'explainMany') {
    return question.users.slice(0, mostNamed).map((user) => ({ ...whole, subjectName: cut(user) }));
  }
  return [whole];
}

/** One of several people: who was found, or what the asker wrote. */
function ofLine({ text, answer }: PersonLine): Partial<AuditRecord> {
  if (answer.kind !== 'explanation') return { subjectName: cut(text) };
  const { subject, diagnosis } = answer;
  return { ...personOf(subject), verdict: diagnosis.verdict, cause: diagnosis.cause };
}

function personOf({ type, id, name, userPrincipalName }: Subject): Partial<AuditRecord> {
  return { subjectType: type, subjectId: id, subjectName: cut(userPrincipalName ?? name) };
}

/** What an answer to a request leaves in the audit. */
function auditRecordOf(
  request: AskRequest,
  question: Question | undefined,
  answer: Answer | undefined,
  { at, graphRequestIds, keepsText }: TurnFacts,
): AuditRecord {
  const { asker, place, correlationId, confidence, corrects } = request;
  return {
    at,
    correlationId,
    askerId: asker?.aadObjectId,
    askerName: cut(asker?.name),
    placeType: place?.type,
    conversationId: place?.conversationId,
    how: request.text === undefined ? 'button' : 'typed',
    kind: question?.kind,
    ...(confidence !== undefined && { confidence }),
    ...(corrects !== undefined && { corrects }),
    ...(keepsText && request.text !== undefined && { text: cut(request.text, longestText) }),
    ...aboutWhom(question, answer),
    ...whichApp(question, answer),
    ...(answer?.kind === 'explanation' ? { verdict: answer.diagnosis.verdict } : {}),
    ...(answer?.kind === 'explanation' ? { cause: answer.diagnosis.cause } : {}),
    outcome: answer === undefined ? 'begun' : outcomeOf(answer),
    graphRequestIds,
  };
}

function aboutWhom(question: Question | undefined, answer: Answer | undefined): Partial<AuditRecord> {
  if (answer && 'subject' in answer && answer.subject) {
    return personOf(answer.subject);
  }
  return question && 'user' in question ? { subjectName: cut(question.user) } : {};
}

function whichApp(question: Question | undefined, answer: Answer | undefined): Partial<AuditRecord> {
  if (answer && 'app' in answer && answer.app) return { appId: answer.app.id, appName: cut(answer.app.name) };
  return question && 'app' in question ? { appName: cut(question.app) } : {};
}

/** The outcome of a turn that could not tell which question was meant. */
const didYouMean = 'choice question';

function outcomeOf(answer: Answer): string {
  switch (answer.kind) {
    case 'denied':
      return `denied ${answer.refusal ?? answer.who}`;
    case 'unavailable':
      return `unavailable ${answer.because}`;
    case 'notUnderstood':
      return `notUnderstood ${answer.reason}`;
    case 'choice':
      return answer.of === 'question' ? didYouMean : answer.kind;
    default:
      return answer.kind;
  }
}

function cut(text: string | undefined, most = longest): string | undefined {
  return text?.slice(0, most).toWellFormed();
}
