import type { Cause } from '../causes.ts';
import type { Owner } from '../diagnosis.ts';
import type { Page } from './sources.ts';

/** What a code is about: one log entry, the job, a run of it, a call to an interface, or a documented behaviour without a code. */
export type Level = 'entry' | 'job' | 'run' | 'api' | 'behaviour';

/** When Entra tries again by itself. */
export type Retry = 'automatic' | 'next-cycle' | 'until-fixed' | 'on-change' | 'none' | 'unknown';

/** How well a code is known: explained by Microsoft, only listed in an enumeration, or only reported by others. */
export type Confidence = 'documented' | 'enum-only' | 'third-party';

/** One documented code, skip reason, state or condition. The sentences for it stand in words/<language>/codes/. */
export interface CatalogueEntry {
  /** As documented; `condition:<name>` where Microsoft describes the case without giving it a code. */
  readonly code: string;
  readonly aliases: readonly string[];
  readonly cause: Cause;
  readonly level: Level;
  /** Who does each step of the fix, in order. */
  readonly owners: readonly Owner[];
  readonly retry: Retry;
  readonly confidence: Confidence;
  /** The documentation page. */
  readonly source: string;
  /** When the page was last compared with this entry. */
  readonly checked: typeof checked;
  /** True where apps put their name before the code: SalesforceLicenseLimitExceeded. */
  readonly suffix?: boolean;
}

const checked = '2026-11-23';

interface Facts<Owners extends readonly [Owner, ...Owner[]]> {
  readonly cause: Cause;
  readonly level: Level;
  readonly owners: Owners;
  readonly retry: Retry;
  readonly source: Page;
  readonly aliases?: readonly string[];
  readonly confidence?: Confidence;
  readonly suffix?: true;
}

/** A catalogue entry whose type keeps the code and the owners, so that the compiler can hold the words against them. */
export interface Entry<Code extends string, Owners extends readonly [Owner, ...Owner[]]> extends CatalogueEntry {
  readonly code: Code;
  readonly owners: Owners;
}

/** Makes an entry of a code and its facts; documented and without aliases unless said otherwise. */
export function entry<const Code extends string, const Owners extends readonly [Owner, ...Owner[]]>(
  code: Code,
  facts: Facts<Owners>,
): Entry<Code, Owners> {
  return {
    code,
    aliases: facts.aliases ?? [],
    cause: facts.cause,
    level: facts.level,
    owners: facts.owners,
    retry: facts.retry,
    confidence: facts.confidence ?? 'documented',
    source: facts.source,
    checked,
    suffix: facts.suffix ?? false,
  };
}
