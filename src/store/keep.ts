import type { Logger } from 'pino';
import type { Audit } from './audit.ts';
import type { StoredMemory } from './conversation-memory.ts';

const minuteMs = 60_000;
const dayMs = 24 * 60 * minuteMs;

interface KeepOptions {
  readonly audit: Pick<Audit, 'prune'>;
  /** How many days a line of the audit is kept. */
  readonly days: number;
  readonly now: () => Date;
  readonly logger: Pick<Logger, 'info' | 'error'>;
}

interface Keeping {
  stop(): Promise<void>;
}

/** Deletes lines of the audit that are older than they may be: at once, and every day from then on. */
export function keepAuditFor({ audit, days, now, logger }: KeepOptions): Keeping {
  return every(dayMs, async () => {
    try {
      const deleted = await audit.prune(new Date(now().getTime() - days * dayMs));
      if (deleted > 0) logger.info({ deleted, days }, 'old lines of the audit were deleted');
    } catch (error) {
      logger.error({ err: error }, 'old lines of the audit could not be deleted: it is tried again tomorrow');
    }
  });
}

/** Deletes what is remembered of conversations that are over: at once, and every five minutes from then on. */
export function keepMemoryShort(memory: Pick<StoredMemory, 'prune'>, logger: Pick<Logger, 'error'>): Keeping {
  return every(5 * minuteMs, async () => {
    try {
      await memory.prune();
    } catch (error) {
      logger.error({ err: error }, 'what is over of conversations could not be deleted: it is tried again shortly');
    }
  });
}

/** At once, and then again and again; `work` does not reject. */
function every(ms: number, work: () => Promise<void>): Keeping {
  let working = work();
  const timer = setInterval(() => {
    working = work();
  }, ms);
  timer.unref();
  return {
    async stop() {
      clearInterval(timer);
      await working;
    },
  };
}
