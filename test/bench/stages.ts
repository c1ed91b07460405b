import { randomUUID } from 'node:crypto';
import { Session } from 'node:inspector/promises';
import { findApp } from '../../src/answers/find-app.ts';
import { findSubjects } from '../../src/answers/find-subject.ts';
import { entriesOf, gather, readSchema, toEvidence } from '../../src/answers/gather.ts';
import type { Turn } from '../../src/answers/turn.ts';
import { diagnose } from '../../src/diagnosis/diagnose.ts';
import { createEntra } from '../../src/entra/create-entra.ts';
import type { NamedApp } from '../../src/questions/entities/app-index.ts';
import { renderCard } from '../../src/teams/cards/render.ts';
import { labelsFor } from '../../src/words/languages.ts';
import { word } from '../../src/words/word.ts';
import { interpreted } from '../support/reader.ts';
import { answersOf, reader, silent } from './client.ts';
import { figure, percentile, table } from './figures.ts';
import { measuredFetch } from './measured-fetch.ts';
import { type BenchTenant, startTenant } from './tenant.ts';

const stages = ['understand', 'resolve', 'read', 'diagnose', 'render'] as const;
type Stage = (typeof stages)[number];

/** Where the own time of an answer goes: each stage of the same questions by itself, and what the profiler saw. */
export async function ownTime(say: (title: string, body: string) => void): Promise<void> {
  const tenant = await startTenant({ people: 2000, apps: 400, throttle: false });
  const times = await timeStages(tenant);
  const rows = stages.map((stage) => {
    const of = times[stage];
    return [stage, figure(percentile(of, 0.5)), figure(percentile(of, 0.95))];
  });
  const seen = await profile(tenant);
  tenant.stop();
  const body = [
    table(['stage', 'own ms, p50', 'p95'], rows),
    '',
    'Own time is what was not spent waiting for Graph; resolve and read include what Node does to send and to receive.',
    'Self time by part of the code, as the sampling profiler saw the same questions:',
    '',
    table(['part', 'share of own time'], seen),
  ];
  say('Own time of a warm answer, by stage', body.join('\n'));
}

async function timeStages(tenant: BenchTenant): Promise<Readonly<Record<Stage, number[]>>> {
  const times: Record<Stage, number[]> = { understand: [], resolve: [], read: [], diagnose: [], render: [] };
  const elapsed = () => performance.now();
  const wire = measuredFetch(elapsed);
  const entra = createEntra({
    endpoint: tenant.url,
    credential: { token: 'bench' },
    fetch: wire.fetch,
    now: () => new Date(),
    random: Math.random,
    newId: randomUUID,
    logger: silent,
  });
  const answered = answersOf(tenant.url);
  const apps = [...new Set(tenant.cases.map(({ app }) => app))].map((name): NamedApp => ({ id: name, name }));
  for (let round = 0; round < 4; round += 1) {
    for (const { question, user, app } of tenant.cases) {
      const took = <T>(stage: Stage, work: () => T): T => {
        const begun = elapsed();
        const outcome = work();
        // The first round warms up: the app is known, and the code is compiled.
        if (round > 0) times[stage].push(elapsed() - begun);
        return outcome;
      };
      const awaited = async <T>(stage: Stage, work: () => Promise<T>): Promise<T> => {
        wire.reset();
        const begun = elapsed();
        const outcome = await work();
        if (round > 0) times[stage].push(Math.max(elapsed() - begun - wire.waited(), 0));
        return outcome;
      };
      took('understand', () =>
        interpreted(question, apps, (candidates) =>
          candidates
            .filter(({ text }) => text === user)
            .map((candidate) => ({ candidate, tier: 'exact', ids: [user], isGroup: false })),
        ),
      );
      const turn = turnOn(entra.open({ signal: new AbortController().signal, correlationId: randomUUID() }));
      const [found, subjects] = await awaited('resolve', () =>
        Promise.all([findApp(app, turn.reads), findSubjects(user, 'user', turn)]),
      );
      const [subject] = subjects.subjects;
      if (found.found === 'one' && subject) {
        const { gathered, schema } = await awaited('read', async () => {
          const read = await gather(found.app, [subject], turn);
          const entries = entriesOf(subject, read.log);
          return { gathered: read, schema: await readSchema(found.app, read, entries, turn.reads) };
        });
        took('diagnose', () => diagnose(toEvidence(found.app, subject, gathered, schema, turn.now)));
      }
      const answer = await answered(question);
      took('render', () => renderCard(word(answer, reader), labelsFor(reader)));
    }
  }
  return times;
}

function turnOn(reads: Turn['reads']): Turn {
  return { reads, now: new Date(), timeZone: 'UTC', locale: 'en', found: {}, isAdmin: false, interim: () => {} };
}

/** Samples of the profiler by the part of the code in which they fell, the largest share first. */
async function profile(tenant: BenchTenant): Promise<string[][]> {
  const answered = answersOf(tenant.url);
  const askAll = async () => {
    for (const { question } of tenant.cases) renderCard(word(await answered(question), reader), labelsFor(reader));
  };
  await askAll();
  const session = new Session();
  session.connect();
  await session.post('Profiler.enable');
  await session.post('Profiler.setSamplingInterval', { interval: 200 });
  await session.post('Profiler.start');
  for (let round = 0; round < 5; round += 1) await askAll();
  const { profile: seen } = await session.post('Profiler.stop');
  session.disconnect();

  const hits = new Map<string, number>();
  for (const { callFrame, hitCount = 0 } of seen.nodes) {
    if (callFrame.functionName === '(idle)' || callFrame.functionName === '(program)') continue;
    const part = partOf(callFrame.url, callFrame.functionName);
    hits.set(part, (hits.get(part) ?? 0) + hitCount);
  }
  const all = [...hits.values()].reduce((sum, one) => sum + one, 0);
  return [...hits]
    .toSorted(([, one], [, other]) => other - one)
    .slice(0, 10)
    .map(([part, count]) => [part, `${figure((100 * count) / all)} %`]);
}

function partOf(url: string, name: string): string {
  const own = /\/src\/([a-z]+)(?:\/|\.ts)/.exec(url)?.[1];
  if (own) return `src/${own}`;
  const dependency = /\/node_modules\/((?:@[^/]+\/)?[^/]+)\//.exec(url)?.[1];
  if (dependency) return dependency;
  return name === '(garbage collector)' ? 'garbage collector' : 'Node (sockets, HTTP, JSON)';
}
