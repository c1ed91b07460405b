import type { Gap, Known } from '../diagnosis/evidence.ts';
import { GraphError } from './errors.ts';
import type { Logger } from './settings.ts';

/** A value with the moment it was read, or the gap where Graph refuses it or has no such thing. Throws any other GraphError. */
export async function known<T>(reading: Promise<T>, now: () => Date, logger: Logger): Promise<Known<T>> {
  try {
    return { known: true, value: await reading, at: now().toISOString() };
  } catch (error) {
    const why = gapOf(error);
    if (!why || !(error instanceof GraphError)) throw error;
    if (why === 'forbidden') {
      const { operation, permission, graphCode, requestId } = error;
      logger.warn(
        { operation, permission, graphCode, requestId },
        'Graph refused a read: grant the application permission',
      );
    }
    return { known: false, why };
  }
}

function gapOf(error: unknown): Gap | undefined {
  if (!(error instanceof GraphError)) return undefined;
  if (error.code === 'forbidden') return 'forbidden';
  return error.code === 'notFound' ? 'notFound' : undefined;
}
