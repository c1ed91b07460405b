import type { Entra } from '../entra/reads.ts';
import type { ExplainQuestion, Question } from '../questions/question.ts';
import { understand } from '../questions/understand.ts';
import type { Answer, Cost } from './answer.ts';
import { appProblems } from './app-problems.ts';
import { appStatus } from './app-status.ts';
import type { Ask, AskRequest } from './ask.ts';
import { credentials } from './credentials.ts';
import { explain } from './explain.ts';
import { meaning } from './meaning.ts';
import { overview } from './overview.ts';
import type { Subscriptions } from './subscriptions.ts';
import { troubleAnswer } from './trouble.ts';
import type { Turn } from './turn.ts';
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
    const { signal, correlationId } = request;
    const reads = deps.entra.open({ signal, correlationId });
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
      found: {},
      interim: (answer, pending) => request.onInterim?.({ answer, cost: spent(), pending }),
    };
    const answer = await answerTo(request, turn, deps.logger);
    const cost = spent();
    deps.logger.info({ correlationId, kind: answer.kind, ...outcomeOf(answer), ...cost }, 'answered');
    return { answer, cost };
  };
}

async function answerTo(request: AskRequest, turn: Turn, logger: AskLogger): Promise<Answer> {
  const { text = '' } = request;
  const understanding = request.question
    ? ({ understood: true, readings: [request.question] } as const)
    : understand(text);
  if (!understanding.understood) return { kind: 'notUnderstood', text, reason: understanding.reason };
  const [question] = understanding.readings;
  try {
    return await answerReadings(understanding.readings, turn);
  } catch (error) {
    const trouble = troubleAnswer(error, question, request.correlationId, turn);
    logger.error({ correlationId: request.correlationId, ...trouble.log }, trouble.message);
    return trouble.answer;
  }
}

/** One row for each kind of question: the compiler asks for the row of a kind that is added. */
async function answerReadings(readings: Readings, turn: Turn): Promise<Answer> {
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
    case 'choice':
    case 'notFound':
      return { of: answer.of, candidates: answer.candidates.length };
    case 'denied':
      return { who: answer.who };
    case 'unavailable':
      return { because: answer.because };
    case 'notUnderstood':
      return { reason: answer.reason };
    case 'help':
      return {};
  }
}
