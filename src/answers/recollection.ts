import { createHash } from 'node:crypto';
import type { Answer, Candidate } from './answer.ts';
import type { AskRequest } from './ask.ts';
import type { AskLogger } from './ask-logger.ts';
import type { ConversationMemory, Remembered, RememberedChoice } from './conversation-memory.ts';
import { type FoundIds, withIdsOnly } from './ids-only.ts';
import { mostChoices, readRemembered } from './remembered.ts';
import type { Turn } from './turn.ts';

/** What the asker was last told here. */
export interface Recalled {
  readonly remembered: Remembered;
}

/** Remembers, for a while, what each conversation was last told, so that "and bob?" can be understood. */
export interface Recollection {
  /** Never rejects, and never takes long: without an answer in time the conversation begins anew. */
  recall(request: AskRequest): Promise<Recalled | undefined>;
  /** Goes on in the background. `found`: whom the turn found for the texts of the question; `before`: what was recalled. */
  remember(request: AskRequest, answer: Answer, found: Turn['found'], before?: Remembered): void;
}

export interface RecollectionDeps {
  readonly memory: ConversationMemory;
  /** A monotonic clock in milliseconds. */
  readonly elapsed: () => number;
  readonly logger: Pick<AskLogger, 'error'>;
}

/** No answer waits longer than this for what was said before. */
const patienceMs = 300;
/** A memory that is down fails with every turn. */
const complaintEveryMs = 60_000;

export function createRecollection({ memory, elapsed, logger }: RecollectionDeps): Recollection {
  // What this instance is still writing, so that a quick second question does not overtake it.
  const writing = new Map<string, Promise<void>>();
  let complained = Number.NEGATIVE_INFINITY;
  const complain = (err: unknown) => {
    if (elapsed() - complained < complaintEveryMs) return;
    complained = elapsed();
    logger.error({ err }, 'conversations are not remembered: check the database');
  };

  async function read(key: string): Promise<Remembered | undefined> {
    try {
      await writing.get(key);
      return readRemembered(await memory.recall(key));
    } catch (error) {
      complain(error);
      return undefined;
    }
  }

  async function write(key: string, value: Remembered): Promise<void> {
    try {
      const before = writing.get(key);
      if (before) await before;
      await memory.remember(key, value);
    } catch (error) {
      complain(error);
    }
  }

  function begin(key: string, value: Remembered): void {
    const written = write(key, value).finally(() => {
      if (writing.get(key) === written) writing.delete(key);
    });
    writing.set(key, written);
  }

  return {
    async recall(request) {
      const keys = keysOf(request);
      if (keys.length === 0) return undefined;
      const found = (await withinPatience(Promise.all(keys.map(read))))?.find((one) => one !== undefined);
      return found && { remembered: found };
    },
    remember(request, answer, found, before) {
      // What does not pass is not written: the check of what is read guards what is kept, too.
      const value = readRemembered(withBefore(toRemember(answer, found), before));
      if (value) for (const key of keysOf(request)) begin(key, value);
    },
  };
}

/** What work gives in time, or undefined. */
async function withinPatience<T>(work: Promise<T>): Promise<T | undefined> {
  let timer: NodeJS.Timeout | undefined;
  const tooLong = new Promise<undefined>((resolve) => {
    timer = setTimeout(resolve, patienceMs, undefined);
  });
  try {
    return await Promise.race([work, tooLong]);
  } finally {
    clearTimeout(timer);
  }
}

/**
 * Whose questions belong together, the nearest first: everybody's who replies in one thread of a channel, elsewhere
 * those of one person. None where each question stands by itself. Hashes, so that a table of them names nobody.
 */
function keysOf({ place, conversation, asker }: AskRequest): readonly string[] {
  if (!place) return conversation === undefined ? [] : [keyOf('terminal', conversation)];
  const own = keyOf(place.conversationId, asker?.aadObjectId ?? asker?.id);
  const thread = place.type === 'channel' && place.threadId !== undefined;
  return thread ? [keyOf(place.conversationId, 'thread', place.threadId), own] : [own];
}

function keyOf(...parts: readonly (string | undefined)[]): string {
  return createHash('sha256').update(JSON.stringify(parts)).digest('base64url');
}

/** What of an answer a follow-up may rest on; undefined when it leaves the conversation where it was. */
function toRemember(answer: Answer, found: Turn['found']): Remembered | undefined {
  const ids: FoundIds = {
    subject: subjectOf(answer) ?? found.subject,
    app: appOf(answer) ?? found.app?.id,
    people: peopleOf(answer),
  };
  switch (answer.kind) {
    case 'help':
    case 'about':
    case 'notMine':
    case 'denied':
    case 'topic':
    case 'meaning':
    case 'news':
    case 'digest':
      return undefined;
    case 'notUnderstood':
      if (answer.question === undefined) return undefined;
      return {
        ...about(answer.question, ids),
        ...(answer.reason === 'missing-app' && { missing: 'app' }),
        ...(answer.reason === 'missing-user' && { missing: 'user' }),
      };
    case 'choice':
    case 'notFound':
      return {
        question: withIdsOnly(answer.question, ids),
        ...(answer.of === 'app' && { missing: 'app' }),
        ...(found.subject && { subjectId: found.subject.id, subjectType: found.subject.type }),
        choices: answer.candidates.slice(0, mostChoices).map((one) => choiceOf(one, ids)),
      };
    case 'unavailable':
      // A turn that was refused before it began was about nothing.
      return answer.question.kind === 'help' ? undefined : about(answer.question, ids);
    case 'explanation':
    case 'appProblems':
    case 'explanations':
    case 'appChanges':
    case 'userOverview':
    case 'watching':
    case 'appStatus':
    case 'overview':
    case 'credentials':
      return { ...about(answer.question, ids), ...outcomeOf(answer) };
  }
}

/** Who was talked about before stays known: "both of them"; and so do the choices while one of them is: "the other one?" */
function withBefore(told: Remembered | undefined, before: Remembered | undefined): Remembered | undefined {
  if (!told || !before) return told;
  const { subjectId } = told;
  const previousId = before.subjectId === subjectId ? before.previousId : before.subjectId;
  const value = subjectId !== undefined && previousId !== undefined ? { ...told, previousId } : told;
  if (value.choices || !before.choices) return value;
  const isOneOf = before.choices.some(({ id }) => id !== undefined && (id === value.subjectId || id === value.appId));
  return isOneOf ? { ...value, choices: before.choices } : value;
}

function about(question: Remembered['question'], ids: FoundIds): Remembered {
  const { subject, app } = ids;
  return {
    question: withIdsOnly(question, ids),
    ...(subject && { subjectId: subject.id, subjectType: subject.type }),
    ...(app !== undefined && { appId: app }),
  };
}

function choiceOf({ type, id, question }: Candidate, ids: FoundIds): RememberedChoice {
  switch (type) {
    case 'question':
      return { type, question: withIdsOnly(question, { app: ids.app }) };
    case 'app':
      return { type, id, question: withIdsOnly(question, { ...ids, app: id }) };
    case 'user':
    case 'group':
    case 'worker':
      return { type, id, question: withIdsOnly(question, { ...ids, subject: { id, type } }) };
  }
}

function subjectOf(answer: Answer): FoundIds['subject'] {
  return 'subject' in answer ? answer.subject : undefined;
}

function appOf(answer: Answer): string | undefined {
  return 'app' in answer ? answer.app?.id : undefined;
}

/** Those of several who were found; of the others it was just said that they were not. */
function peopleOf(answer: Answer): FoundIds['people'] {
  if (answer.kind !== 'explanations') return undefined;
  return answer.people.flatMap((line) => (line.answer.kind === 'explanation' ? line.answer.subject.id : []));
}

function outcomeOf(answer: Answer): Pick<Remembered, 'outcome'> {
  if (answer.kind !== 'explanation') return {};
  const { verdict } = answer.diagnosis;
  return verdict === 'failed' || verdict === 'skipped' ? { outcome: verdict } : {};
}
