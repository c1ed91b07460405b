import type { Logger } from 'pino';
import type { Audit } from './audit.ts';

const dayMs = 24 * 60 * 60 * 1000;

interface KeepOptions {
  readonly audit: Pick<Audit, 'prune'>;
  /** How many days a line of the audit is kept. */
  readonly days: number;
  readonly now: () => Date;
  readonly logger: Pick<Logger, 'info' | 'error'>;
}

/** Deletes lines of the audit that are older than they may be: at once, and every day from then on. */
export function keepAuditFor({ audit, days, now, logger }: KeepOptions): { stop(): Promise<void> } {
  let pruning: Promise<void> | undefined;
  const prune = async () => {
    try {
      const deleted = await audit.prune(new Date(now().getTime() - days * dayMs));
      if (deleted > 0) logger.info({ deleted, days }, 'old lines of the audit were deleted');
    } catch (error) {
      logger.error({ err: error }, 'old lines of the audit could not be deleted: it is tried again tomorrow');
    }
  };
  const begin = () => {
    pruning = prune();
  };
  begin();
  const timer = setInterval(begin, dayMs);
  timer.unref();
  return {
    async stop() {
      clearInterval(timer);
      await pruning;
    },
  };
}
