import type { Entra } from '../entra/reads.ts';
import type { ExplainQuestion, Question } from '../questions/question.ts';
import { understand } from '../questions/understand.ts';
import { type Refusal, type Role, refusalOf } from './access.ts';
import type { Answer, Cost, DeniedAnswer } from './answer.ts';
import { appProblems } from './app-problems.ts';
import { appStatus } from './app-status.ts';
import type { Ask, AskRequest } from './ask.ts';
import { credentials } from './credentials.ts';
import { explain } from './explain.ts';
import type { Gate, Standing } from './gate.ts';
import { answerLikeliest } from './likelier-kind.ts';
import { meaning } from './meaning.ts';
import { overview } from './overview.ts';
import { NotTheirApp, scopedReads } from './scoped-reads.ts';
import type { Subscriptions } from './subscriptions.ts';
import { troubleAnswer } from './trouble.ts';
import type { Turn } from './turn.ts';
import type { TurnLimit } from './turn-limit.ts';
import { userOverview } from './user-overview.ts';
import { watching } from './watching.ts';

export interface AskDeps {
  readonly entra: Entra;
  /** Absent where nothing is kept, as in a terminal. */
  readonly subscriptions?: Subscriptions;
  readonly now: () => Date;
  /** A monotonic clock in milliseconds, for the cost. */
  readonly elapsed: () => number;
  readonly logger: AskLogger;
  /** Who may ask. Absent in a terminal, where people ask with their own token. */
  readonly gate?: Gate;
  readonly limit?: TurnLimit;
}

/** What the operator reads. Ids and codes only: never names, values or the text of a question. */
export interface AskLogger {
  info(fields: object, message: string): void;
  error(fields: object, message: string): void;
}

type Readings = readonly [Question, ...Question[]];

/** The whole way from a question to an answer. */
export function createAsk(deps: AskDeps): Ask {
  return async (request) => {
    const begun = deps.elapsed();
    const { signal, correlationId, fresh } = request;
    const reads = deps.entra.open({ signal, correlationId, fresh });
    const spent = (): Cost => ({ ...reads.spent(), ms: Math.round(deps.elapsed() - begun) });
    const turn: Turn = {
      reads,
      now: deps.now(),
      timeZone: request.timeZone ?? 'UTC',
      locale: request.locale ?? 'en',
      asker: request.asker,
      self: request.asker?.aadObjectId,
      place: request.place,
      subscriptions: deps.subscriptions,
      isAdmin: true,
      found: {},
      interim: (answer, pending) => request.onInterim?.({ answer, cost: spent(), pending }),
    };
    const answer = await answerWhoMay(request, turn, deps);
    const cost = spent();
    deps.logger.info({ correlationId, kind: answer.kind, ...outcomeOf(answer), ...cost }, 'answered');
    return { answer, cost };
  };
}

/** Nothing is read, and nothing understood, for somebody who may not ask. */
async function answerWhoMay(request: AskRequest, turn: Turn, { gate, limit, logger }: AskDeps): Promise<Answer> {
  const waitMs = await limit?.(request.asker);
  if (waitMs !== undefined) {
    const retryAt = new Date(turn.now.getTime() + waitMs).toISOString();
    const { correlationId } = request;
    return { kind: 'unavailable', question: { kind: 'help' }, because: 'tooManyTurns', retryAt, correlationId };
  }
  if (gate === undefined) return answerTo(request, turn, 'admin', logger);
  let standing: Standing;
  try {
    standing = await gate(request.asker, turn.reads);
  } catch (error) {
    return troubled(error, { kind: 'help' }, request, turn, logger);
  }
  if (standing.role === 'none') {
    tellOperator(standing, request.correlationId, logger);
    return denied(standing.refusal);
  }
  const { role, apps } = standing;
  const reads = apps === undefined ? turn.reads : scopedReads(turn.reads, apps);
  const answer = await answerTo(request, { ...turn, reads, isAdmin: role === 'admin' }, role, logger);
  // What an app owner may not know of is not told from what there is not.
  return apps !== undefined && answer.kind === 'notFound' && answer.of === 'app' ? denied('notTheirApp') : answer;
}

function denied(refusal: Refusal): DeniedAnswer {
  return { kind: 'denied', question: { kind: 'help' }, who: 'asker', refusal };
}

function tellOperator(standing: Extract<Standing, { role: 'none' }>, correlationId: string, logger: AskLogger): void {
  const { refusal, error } = standing;
  if (refusal === 'nobodyLetIn') {
    logger.error(
      { correlationId },
      'nobody may ask: set HELPDESK_GROUP_ID (and ADMIN_GROUP_ID) to the object ids of Entra groups',
    );
  }
  if (refusal === 'notChecked' && error !== undefined) {
    const { code, permission, status, requestId } = error;
    logger.error(
      { correlationId, code, permission, status, requestId },
      'an asker was denied because the membership could not be read: check the permission and the sign-in to Graph',
    );
  }
}

async function answerTo(request: AskRequest, turn: Turn, role: Role, logger: AskLogger): Promise<Answer> {
  const { text = '' } = request;
  if (request.text === undefined && request.question === undefined) {
    return { kind: 'notUnderstood', text, reason: 'nonsense' };
  }
  const understanding = request.question
    ? ({ understood: true, readings: [request.question] } as const)
    : understand(text);
  if (!understanding.understood) return { kind: 'notUnderstood', text, reason: understanding.reason };
  const [question, ...others] = understanding.readings;
  const refusals = understanding.readings.map((reading) => refusalOf(role, reading, turn.place));
  const refusal = refusals.find((one) => one !== undefined);
  if (refusal !== undefined) return denied(refusal);
  try {
    return await answerReadings([question, ...others], turn);
  } catch (error) {
    if (error instanceof NotTheirApp) return denied('notTheirApp');
    return troubled(error, question, request, turn, logger);
  }
}

function troubled(
  error: unknown,
  question: Question,
  { correlationId }: AskRequest,
  turn: Turn,
  logger: AskLogger,
): Answer {
  const trouble = troubleAnswer(error, question, correlationId, turn);
  logger.error({ correlationId, ...trouble.log }, trouble.message);
  return trouble.answer;
}

/** Readings of one kind are weighed together; of several, the kind that the tenant bears out is the answer. */
async function answerReadings(readings: Readings, turn: Turn): Promise<Answer> {
  const [first] = readings;
  if (readings.every(({ kind }) => kind === first.kind)) return answerOneKind(readings, turn);
  return answerLikeliest(readings, turn, (question) => answerOneKind([question], turn));
}

/** One row for each kind of question: the compiler asks for the row of a kind that is added. */
async function answerOneKind(readings: Readings, turn: Turn): Promise<Answer> {
  const [question] = readings;
  switch (question.kind) {
    case 'explain':
      return explain(readings.filter(isExplain), turn);
    case 'appStatus':
      return appStatus(question, turn);
    case 'overview':
      return overview(question, turn);
    case 'appProblems':
      return appProblems(question, turn);
    case 'userOverview':
      return userOverview(question, turn);
    case 'credentials':
      return credentials(question, turn);
    case 'watch':
    case 'unwatch':
    case 'watching':
      return watching(question, turn);
    case 'meaning':
      return meaning(question, turn.now);
    case 'topic':
      return { kind: 'topic', question, topic: question.topic };
    case 'help':
      return { kind: 'help', question };
  }
}

function isExplain(question: Question): question is ExplainQuestion {
  return question.kind === 'explain';
}

function outcomeOf(answer: Answer): object {
  switch (answer.kind) {
    case 'explanation':
      return { verdict: answer.diagnosis.verdict, cause: answer.diagnosis.cause, appId: answer.app.id };
    case 'meaning':
      return { cause: answer.cause };
    case 'topic':
      return { topic: answer.topic };
    case 'watching':
      return { outcome: answer.outcome, appId: answer.app?.id, subscriptions: answer.subscriptions.length };
    case 'appStatus':
      return { state: answer.health.job.state, need: answer.health.need, appId: answer.app.id };
    case 'choice':
    case 'notFound':
      return { of: answer.of, candidates: answer.candidates.length };
    case 'denied':
      return { who: answer.who, refusal: answer.refusal };
    case 'unavailable':
      return { because: answer.because };
    case 'notUnderstood':
      return { reason: answer.reason };
    case 'help':
      return {};
  }
}
