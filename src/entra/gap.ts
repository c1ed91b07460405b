import type { Gap, Known } from '../diagnosis/evidence.ts';
import { GraphError } from './errors.ts';
import type { Logger } from './settings.ts';

/** A value with the moment it was read, or the gap where Graph refuses it or has no such thing. Throws any other GraphError. */
export async function known<T>(reading: Promise<T>, now: () => Date, logger: Logger): Promise<Known<T>> {
  return knownUnless(gapOf, reading, now, logger);
}

/**
 * As `known`, for a part without which an answer still stands: what Graph fails to give is a gap too. Throws GraphError
 * where Skipper is not signed in, the turn is over, or Graph asks to wait: that is no matter of one part.
 */
export async function knownInPart<T>(reading: Promise<T>, now: () => Date, logger: Logger): Promise<Known<T>> {
  return knownUnless((error) => gapOf(error) ?? failureOf(error), reading, now, logger);
}

async function knownUnless<T>(
  gap: (error: unknown) => Gap | undefined,
  reading: Promise<T>,
  now: () => Date,
  logger: Logger,
): Promise<Known<T>> {
  try {
    return { known: true, value: await reading, at: now().toISOString() };
  } catch (error) {
    const why = gap(error);
    if (!why || !(error instanceof GraphError)) throw error;
    if (why === 'forbidden') {
      const { operation, permission, graphCode, requestId } = error;
      logger.warn(
        { operation, permission, graphCode, requestId },
        'Graph refused a read: grant the application permission',
      );
    }
    if (why === 'unavailable') {
      const { operation, code, graphCode, requestId } = error;
      logger.warn({ operation, code, graphCode, requestId }, 'Graph failed to give a part: the answer names the gap');
    }
    return { known: false, why };
  }
}

function gapOf(error: unknown): Gap | undefined {
  if (!(error instanceof GraphError)) return undefined;
  if (error.code === 'forbidden') return 'forbidden';
  return error.code === 'notFound' ? 'notFound' : undefined;
}

function failureOf(error: unknown): Gap | undefined {
  if (!(error instanceof GraphError)) return undefined;
  switch (error.code) {
    case 'serverError':
    case 'badRequest':
    case 'garbled':
    case 'timeout':
    case 'unreachable':
      return 'unavailable';
    case 'unauthenticated':
    case 'forbidden':
    case 'notFound':
    case 'throttled':
    case 'cancelled':
      return undefined;
  }
}
