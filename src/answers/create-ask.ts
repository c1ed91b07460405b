import type { Entra } from '../entra/reads.ts';
import { appTutorialTopic, type Question } from '../questions/question.ts';
import type { Reader } from '../questions/reader.ts';
import { topicIds } from '../questions/topics/ids.ts';
import type { Telemetry } from '../telemetry/telemetry.ts';
import { about } from './about.ts';
import { refusalOf } from './access.ts';
import { type Admission, type AdmitDeps, admit, denied } from './admit.ts';
import type { Answer, Cost } from './answer.ts';
import { appChanges } from './app-changes.ts';
import { appProblems } from './app-problems.ts';
import { appStatus } from './app-status.ts';
import { appTutorial } from './app-tutorial.ts';
import type { Ask, AskRequest } from './ask.ts';
import type { AuditTrail } from './audit.ts';
import type { ConversationMemory, Remembered } from './conversation-memory.ts';
import { credentials } from './credentials.ts';
import { explain } from './explain.ts';
import { explainMany } from './explain-many.ts';
import { createLedger, type Ledger } from './ledger.ts';
import { meaning } from './meaning.ts';
import { createMemoryInProcess } from './memory-in-process.ts';
import { notMine } from './not-mine.ts';
import { overview } from './overview.ts';
import { createRecollection } from './recollection.ts';
import { NotTheirApp } from './scoped-reads.ts';
import type { Subscriptions } from './subscriptions.ts';
import { troubleAnswer } from './trouble.ts';
import type { Turn } from './turn.ts';
import { type Meant, understand } from './understand.ts';
import { userOverview } from './user-overview.ts';
import { watching } from './watching.ts';

export type { AskLogger } from './ask-logger.ts';

export interface AskDeps extends AdmitDeps {
  /** Understands what people type. */
  readonly reader: Reader;
  readonly entra: Entra;
  /** Absent where nothing is kept, as in a terminal. */
  readonly subscriptions?: Subscriptions;
  /** Where it is written down who asked what. Absent in a terminal. */
  readonly audit?: AuditTrail;
  /** For how many days that is kept. */
  readonly auditDays?: number;
  /** Whether the audit holds what was typed. */
  readonly auditsText?: boolean;
  /** What conversations were last told. Absent: this process alone remembers. */
  readonly memory?: ConversationMemory;
  readonly now: () => Date;
  readonly telemetry?: Pick<Telemetry, 'turnBegan' | 'turnEnded'>;
  /** A monotonic clock in milliseconds, for the cost. */
  readonly elapsed: () => number;
}

/** The whole way from a question to an answer. */
export function createAsk(deps: AskDeps): Ask {
  const { elapsed, logger, memory = createMemoryInProcess(elapsed) } = deps;
  const recollection = createRecollection({ memory, elapsed, logger });
  return async (request) => {
    const begun = elapsed();
    const { signal, correlationId } = request;
    const recalling = recollection.recall(request);
    deps.telemetry?.turnBegan(correlationId);
    let fresh = request.fresh === true;
    const reads = deps.entra.open({
      signal,
      correlationId,
      // Known only once the text is understood, for which names are read: "check again".
      get fresh() {
        return fresh;
      },
    });
    const now = deps.now();
    const spent = (): Cost => ({ ...reads.spent(), ms: Math.round(elapsed() - begun) });
    let question: Question | undefined;
    const keepsText = deps.auditsText ?? false;
    const onFailure = (err: unknown) => logger.error({ correlationId, err }, notAudited);
    const ledger = createLedger(deps.audit, {
      request,
      turn: { reads, now },
      keepsText,
      onFailure,
    });
    let isOver = false;
    const turn: Turn = {
      reads,
      now,
      timeZone: request.timeZone ?? 'UTC',
      locale: request.locale ?? 'en',
      asker: request.asker,
      self: request.asker?.aadObjectId,
      place: request.place,
      subscriptions: deps.subscriptions,
      audit: deps.audit && { days: deps.auditDays, keepsText },
      isAdmin: true,
      found: {},
      row: request.onRow,
      interim: (answer, pending) => {
        const interim = { answer, cost: spent(), correlationId, pending };
        void ledger.begin(question).then((written) => {
          if (written && !isOver) request.onInterim?.(interim);
        });
      },
    };
    const admission = await admit(request, turn, deps);
    const recalled = await recalling;
    const meant = await meantBy(request, admission, recalled?.remembered, deps);
    if ('question' in meant) {
      question = meant.question;
      if (meant.again) fresh = true;
    }
    ledger.understood(meant.confidence);
    const given = await answerAdmitted(request, meant, admission, ledger, deps);
    const written = await ledger.end(question, given);
    isOver = true;
    if (written) recollection.remember(request, given, turn.found, recalled?.remembered);
    const answer: Answer = written ? given : { ...unwritten, correlationId };
    const cost = spent();
    logger.info({ correlationId, kind: answer.kind, ...outcomeOf(answer), ...cost }, 'answered');
    deps.telemetry?.turnEnded({ correlationId, kind: answer.kind, because: whyNot(answer), ms: cost.ms });
    // Said once: a conversation that is remembered has heard it.
    const language = recalled === undefined ? meant.language : undefined;
    return { answer, cost, correlationId, ...(language && { language }) };
  };
}

const notAudited = 'an answer was not given because it could not be written into the audit: check the database';
const unwritten = { kind: 'unavailable', question: { kind: 'help' }, because: 'notAudited' } as const;

/** What a request means, for somebody who may ask. Never rejects. */
async function meantBy(
  request: AskRequest,
  admission: Admission,
  remembered: Remembered | undefined,
  { reader, logger }: AskDeps,
): Promise<Meant> {
  if ('refused' in admission) return { answer: admission.refused };
  const { correlationId } = request;
  try {
    return await understand(request, reader, admission.turn, remembered);
  } catch (error) {
    const trouble = troubleAnswer(error, { kind: 'help' }, correlationId, admission.turn);
    logger.error({ correlationId, ...trouble.log }, trouble.message);
    return { answer: trouble.answer };
  }
}

async function answerAdmitted(
  request: AskRequest,
  meant: Meant,
  admission: Admission,
  ledger: Ledger,
  { logger }: AskDeps,
): Promise<Answer> {
  if ('refused' in admission) return admission.refused;
  if ('answer' in meant) return meant.answer;
  const { question } = meant;
  const refusal = refusalOf(admission.role, question, admission.turn.place);
  if (refusal !== undefined) return denied(refusal);
  const { correlationId } = request;
  // What is changed cannot be taken back where the audit turns out not to work.
  const isChange = question.kind === 'watch' || question.kind === 'unwatch';
  if (isChange && !(await ledger.begin(question))) return { ...unwritten, correlationId };
  try {
    const answer = await answerTo(question, admission.turn);
    // What an app owner may not know of is not told from what there is not.
    const hidden = admission.role === 'appOwner' && answer.kind === 'notFound' && answer.of === 'app';
    return hidden ? denied('notTheirApp') : answer;
  } catch (error) {
    if (error instanceof NotTheirApp) return denied('notTheirApp');
    const trouble = troubleAnswer(error, question, correlationId, admission.turn);
    logger.error({ correlationId, ...trouble.log }, trouble.message);
    return trouble.answer;
  }
}

/** One row for each kind of question: the compiler asks for the row of a kind that is added. */
async function answerTo(question: Question, turn: Turn): Promise<Answer> {
  switch (question.kind) {
    case 'explain':
      return explain(question, turn);
    case 'explainMany':
      return explainMany(question, turn);
    case 'appStatus':
      return appStatus(question, turn);
    case 'overview':
      return overview(question, turn);
    case 'appProblems':
      return appProblems(question, turn);
    case 'appChanges':
      return appChanges(question, turn);
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
      if (question.topic === appTutorialTopic) return appTutorial(question, turn);
      return { kind: 'topic', question, topic: question.topic };
    case 'help':
      return { kind: 'help', question };
    case 'about':
      return about(question, turn);
    case 'notMine':
      return notMine(question);
  }
}

/** Why there is no answer. */
function whyNot(answer: Answer): string | undefined {
  if (answer.kind === 'denied') return answer.refusal ?? answer.who;
  if (answer.kind === 'unavailable') return answer.because;
  return answer.kind === 'notUnderstood' ? answer.reason : undefined;
}

function isTopic(topic: string): boolean {
  return topic === appTutorialTopic || topicIds.some((id) => id === topic);
}

function outcomeOf(answer: Answer): object {
  switch (answer.kind) {
    case 'appProblems':
      return { total: answer.total, groups: answer.groups.length, entries: answer.entries, appId: answer.app.id };
    case 'appChanges':
      return { ...answer.counts, entries: answer.entries, appId: answer.app.id };
    case 'explanations':
      return { people: answer.people.length, appId: answer.app.id };
    case 'userOverview':
      return { apps: answer.apps.length };
    case 'explanation':
      return { verdict: answer.diagnosis.verdict, cause: answer.diagnosis.cause, appId: answer.app.id };
    case 'meaning':
      return { cause: answer.cause };
    case 'topic':
      // A button can carry any text for a topic, and no text of anybody's goes into the log.
      return isTopic(answer.topic) ? { topic: answer.topic, appId: answer.app?.id } : {};
    case 'news':
    case 'digest':
      return { conversation: answer.subscription.place.conversationId };
    case 'watching':
      return { outcome: answer.outcome, appId: answer.app?.id, subscriptions: answer.subscriptions.length };
    case 'appStatus':
      return { state: answer.health.job.state, need: answer.health.need, appId: answer.app.id };
    case 'credentials':
      return { cause: answer.trouble?.cause, test: answer.test.outcome, appId: answer.app.id };
    case 'overview':
      return { apps: answer.apps.length, looked: answer.looked, left: answer.left };
    case 'choice':
    case 'notFound':
      return { of: answer.of, candidates: answer.candidates.length };
    case 'denied':
      return { who: answer.who, refusal: answer.refusal };
    case 'unavailable':
      return { because: answer.because };
    case 'notUnderstood':
      return { reason: answer.reason };
    case 'about':
    case 'notMine':
      return { of: answer.of };
    case 'help':
      return {};
  }
}
