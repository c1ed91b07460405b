import assert from 'node:assert/strict';
import { createEntra, type EntraReads } from '../../../src/entra/create-entra.ts';
import { GraphError, type GraphErrorCode } from '../../../src/entra/errors.ts';
import type { EntraOptions } from '../../../src/entra/settings.ts';
import type { FakeGraph } from './fake-graph.ts';

export const token = 'secret-token-of-the-test';

/** What the parts under test told the operator, and how long they waited. */
export interface Told {
  readonly lines: { readonly level: string; readonly fields: object; readonly message: string }[];
  readonly waits: number[];
}

export interface Harness extends Told {
  readonly clock: { now: Date };
  /** Reads as the watch does, to which every failure is told. */
  open(signal?: AbortSignal, fresh?: boolean): EntraReads;
}

/** Skipper's Graph on a fake one. Waits are noted, move the clock and take no time. */
export function harness(graph: Pick<FakeGraph, 'url'>, options: Partial<EntraOptions> = {}): Harness {
  const lines: Told['lines'] = [];
  const waits: number[] = [];
  const clock = { now: new Date('2026-11-20T10:00:00Z') };
  const note = (level: string) => (fields: object, message: string) => void lines.push({ level, fields, message });
  const entra = createEntra({
    endpoint: graph.url,
    credential: { token },
    fetch: globalThis.fetch,
    now: () => clock.now,
    random: () => 0,
    newId: () => 'new-id',
    logger: { debug: note('debug'), info: note('info'), warn: note('warn'), error: note('error') },
    sleep: async (ms) => {
      waits.push(ms);
      clock.now = new Date(clock.now.getTime() + ms);
    },
    ...options,
  });
  const correlationId = '5f0c8b1e-6a52-4d3f-9d0e-0a0b0c0d0e0f';
  return {
    lines,
    waits,
    clock,
    open: (signal = new AbortController().signal, fresh = false) =>
      entra.open({ signal, correlationId, fresh, lane: 'watch' }),
  };
}

/** The GraphError that a read failed with. */
export async function failureOf(reading: Promise<unknown>, code: GraphErrorCode): Promise<GraphError> {
  const outcome = await reading.then(
    (value) => ({ value }),
    (error: unknown) => ({ error }),
  );
  if (!('error' in outcome)) assert.fail(`expected ${code}, but the read gave ${JSON.stringify(outcome.value)}`);
  if (!(outcome.error instanceof GraphError)) throw outcome.error;
  assert.equal(outcome.error.code, code);
  return outcome.error;
}

export function page(value: readonly unknown[], nextLink?: string): { readonly body: unknown } {
  return { body: nextLink === undefined ? { value } : { value, '@odata.nextLink': nextLink } };
}

export function refused(status: number, code: string, headers: Readonly<Record<string, string>> = {}) {
  const body = { error: { code, message: 'a message for nobody', innerError: { 'request-id': 'request-1' } } };
  return { status, headers, body };
}
