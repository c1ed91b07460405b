import { readAppAnswer } from './app-answer.ts';
import { lookUp } from './catalogue/catalogue.ts';
import type { Cause } from './causes.ts';
import { bySubject } from './count-cycle.ts';
import { statusOf, wroteSomething } from './entry.ts';
import type { JobError, LogEntry, LogReading } from './evidence.ts';
import type { JobHealth } from './health.ts';
import { isAfter } from './time.ts';
import { readTouched } from './touched.ts';

/** A trouble with the sign-in with which Entra provisions to an app. */
export interface CredentialTrouble {
  readonly cause: Cause;
  /** The catalogue's code, where it is a documented one. */
  readonly documented?: string;
  readonly error: JobError;
  readonly from: 'quarantine' | 'run' | 'log' | 'test';
  /** When it was told last, and since when it has been so, as far as is known. */
  readonly at?: string;
  readonly since?: string;
  readonly entryId?: string;
}

/** Causes that concern the sign-in, or what the account behind it may do. */
const aboutSignIn: ReadonlySet<Cause> = new Set<Cause>(['credentials-rejected', 'insufficient-rights']);

/**
 * The newest sign that the app does not accept Entra's credentials: the quarantine's error, the last run's, or a log
 * entry after which nothing was written any more. Undefined where nothing says so. Pure.
 */
export function readCredentialTrouble(
  health: JobHealth,
  log: LogReading | undefined,
  now: string,
): CredentialTrouble | undefined {
  const { quarantine, lastCycle } = health;
  if (quarantine) {
    const told =
      judged(quarantine.error) ?? judged({ code: quarantine.reason, message: quarantine.error?.message ?? '' });
    if (told) return { ...told, from: 'quarantine', at: lastCycle?.endedAt, since: quarantine.since };
  }
  const run = judged(lastCycle?.error);
  if (run) return { ...run, from: 'run', at: lastCycle?.endedAt, since: health.lastGoodAt };
  return log && fromLog(log.entries, now);
}

/** What it means that a test of the saved credentials was refused so, just now. */
export function readRefusal(error: JobError, now: string): CredentialTrouble {
  return { ...(judged(error) ?? { cause: 'unrecognised', error }), from: 'test', at: now };
}

/** What an error of the job comes to; undefined for one that has nothing to do with the sign-in. */
function judged(error: JobError | undefined): Pick<CredentialTrouble, 'cause' | 'documented' | 'error'> | undefined {
  if (!error) return undefined;
  const entry = error.code === '' ? undefined : lookUp(error.code);
  // The reason of a quarantine that stands, nearly always, for credentials that are no longer valid.
  const general = entry?.code === 'EncounteredQuarantineException';
  if (entry && (aboutSignIn.has(entry.cause) || general || /credential/i.test(entry.code)))
    return { cause: general ? 'credentials-rejected' : entry.cause, documented: entry.code, error };
  if (entry?.code === 'condition:scim-404') return { cause: entry.cause, documented: entry.code, error };
  const { httpStatus } = readAppAnswer({ code: error.code, reason: error.message }, []);
  if (httpStatus === 401) return { cause: 'credentials-rejected', error };
  if (httpStatus === 403) return { cause: 'insufficient-rights', error };
  if (httpStatus === 404) return { cause: 'scim-incompatible', documented: 'condition:scim-404', error };
  return /credential|unauthori[sz]ed|invalid[_ ]grant|access token|refresh token/i.test(
    `${error.code} ${error.message}`,
  )
    ? { cause: 'credentials-rejected', error }
    : undefined;
}

/** Entries that were refused for the sign-in, and no success since: one success proves that it works. */
function fromLog(entries: readonly LogEntry[], now: string): CredentialTrouble | undefined {
  const lastSuccess = entries.find((entry) => statusOf(entry) === 'success' && wroteSomething(entry))?.at;
  const since = entries.filter(({ at }) => lastSuccess === undefined || isAfter(at, lastSuccess));
  const refused = [...bySubject(since).values()].flatMap((own) => {
    const read = readTouched(own, now);
    return read?.trouble === 'failed' && read.judged.decision.cause === 'credentials-rejected' ? [{ read, own }] : [];
  });
  const [newest] = refused;
  if (!newest) return undefined;
  const [entry] = newest.own;
  const times = refused.flatMap(({ own }) => own.map(({ at }) => at)).toSorted();
  return {
    cause: 'credentials-rejected',
    documented: newest.read.judged.logged?.documented?.code,
    error: {
      code: entry.error?.code ?? '',
      message: newest.read.judged.logged?.appAnswer?.sentence ?? entry.error?.reason ?? '',
    },
    from: 'log',
    at: entry.at,
    since: times[0],
    entryId: entry.id,
  };
}
