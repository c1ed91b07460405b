import type { Readable, Writable } from 'node:stream';
import type { Ask } from '../answers/ask.ts';
import type { Reader } from '../words/worded.ts';
import type { Style } from './lines.ts';
import type { Progress } from './progress.ts';

/** What the terminal is given: streams, the asker's locale and zone, and how to reach a tenant. */
export interface Terminal {
  readonly args: readonly string[];
  readonly stdin: Readable;
  /** Somebody types on stdin, rather than a pipe or a file. */
  readonly isTyped: boolean;
  readonly stdout: Writable;
  readonly stderr: Writable;
  readonly style: Style;
  /** Absent where nobody watches. */
  readonly progress?: Progress;
  readonly reader: Reader;
  readonly newId: () => string;
  readonly signal: AbortSignal;
  /** Opens the tenant that the settings name, or the sample one. Throws ConfigError. */
  readonly open: (use: TenantUse) => Promise<OpenTenant>;
}

export interface TenantUse {
  /** Whether many questions are asked at the same time, so that it pays to read for several of them at once. */
  readonly manyAtOnce: boolean;
}

export interface OpenTenant {
  readonly ask: Ask;
  /** Said on stderr before the first answer, e.g. that the sample tenant answers. */
  readonly remark?: string;
  close(): Promise<void>;
}
