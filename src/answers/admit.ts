import type { Refusal, Role } from './access.ts';
import type { Answer, DeniedAnswer } from './answer.ts';
import type { AskRequest } from './ask.ts';
import type { AskLogger } from './ask-logger.ts';
import type { Gate, Standing } from './gate.ts';
import { scopedReads } from './scoped-reads.ts';
import { troubleAnswer } from './trouble.ts';
import type { Turn } from './turn.ts';
import type { TurnLimit } from './turn-limit.ts';

/** Who asks, with the reads that are open to them; or the answer that they get instead of one. */
export type Admission = { readonly role: Role; readonly turn: Turn } | { readonly refused: Answer };

export interface AdmitDeps {
  /** Who may ask. Absent in a terminal, where people ask with their own token. */
  readonly gate?: Gate;
  readonly limit?: TurnLimit;
  readonly logger: AskLogger;
}

/** Lets somebody in, before anything is read for them but whether they may. Never rejects. */
export async function admit(request: AskRequest, turn: Turn, deps: AdmitDeps): Promise<Admission> {
  const { gate, limit, logger } = deps;
  const { correlationId } = request;
  try {
    const waitMs = await limit?.(request.asker);
    if (waitMs !== undefined) return { refused: tooMany(waitMs, turn, correlationId) };
    if (gate === undefined) return { role: 'admin', turn };
    const standing = await gate(request.asker, turn.reads);
    if (standing.role === 'none') {
      tellOperator(standing, correlationId, logger);
      return { refused: denied(standing.refusal) };
    }
    const { role, apps } = standing;
    const reads = apps === undefined ? turn.reads : scopedReads(turn.reads, apps);
    return { role, turn: { ...turn, reads, isAdmin: role === 'admin' } };
  } catch (error) {
    const trouble = troubleAnswer(error, { kind: 'help' }, correlationId, turn);
    logger.error({ correlationId, ...trouble.log }, trouble.message);
    return { refused: trouble.answer };
  }
}

/** The answer of somebody who may not. It repeats nothing of what was asked. */
export function denied(refusal: Refusal): DeniedAnswer {
  return { kind: 'denied', question: { kind: 'help' }, who: 'asker', refusal };
}

function tooMany(waitMs: number, { now }: Turn, correlationId: string): Answer {
  const retryAt = new Date(now.getTime() + waitMs).toISOString();
  return { kind: 'unavailable', question: { kind: 'help' }, because: 'tooManyTurns', retryAt, correlationId };
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
