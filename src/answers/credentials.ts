import { findTutorial } from '../diagnosis/catalogue/tutorials.ts';
import { type CredentialTrouble, readCredentialTrouble, readRefusal } from '../diagnosis/credentials.ts';
import type { App } from '../diagnosis/evidence.ts';
import type { JobHealth } from '../diagnosis/health.ts';
import { readHealth } from '../diagnosis/read-health.ts';
import { GraphError } from '../entra/errors.ts';
import type { CredentialTest } from '../entra/reads.ts';
import type { CredentialsQuestion } from '../questions/question.ts';
import type { Answer } from './answer.ts';
import { gapsOf } from './app-status.ts';
import { retentionStart } from './gather.ts';
import { settleApp } from './settle-app.ts';
import type { Turn } from './turn.ts';

/** What is wrong with the credentials of an app, if anything. Throws GraphError. */
export async function credentials(question: CredentialsQuestion, turn: Turn): Promise<Answer> {
  if (question.app === undefined) return { kind: 'notUnderstood', question, text: '', reason: 'missing-app' };
  const settled = await settleApp(question, question.app, turn);
  return 'app' in settled ? credentialsOf(settled.app, question, turn) : settled.answer;
}

async function credentialsOf(app: App, question: CredentialsQuestion, turn: Turn): Promise<Answer> {
  const { reads } = turn;
  const now = turn.now.toISOString();
  const [jobs, log] = await Promise.all([
    reads.jobs(app.id),
    reads.log({ appId: app.id, from: retentionStart(turn.now) }),
  ]);
  if (!jobs.known && jobs.why === 'forbidden' && !log.known) {
    return { kind: 'denied', question, who: 'graph', permission: 'Synchronization.Read.All', status: 403 };
  }
  const health = readHealth(jobs, now);
  const test = await tested(app, health, question, turn);
  const known = readCredentialTrouble(health, log.known ? log.value : undefined, now);
  return {
    kind: 'credentials',
    question,
    app,
    health,
    // What was tried just now outranks what was told before.
    trouble: troubleOf(known, test, now),
    test,
    log: !log.known ? 'none' : log.value.truncated ? 'part' : 'whole',
    gaps: gapsOf(jobs, log),
    asOf: now,
    tutorial: findTutorial([app.galleryName, log.known ? log.value.entries[0]?.targetSystem : undefined, app.name])
      ?.slug,
  };
}

function troubleOf(
  known: CredentialTrouble | undefined,
  test: CredentialTest,
  now: string,
): CredentialTrouble | undefined {
  if (test.outcome === 'valid') return undefined;
  if (test.outcome !== 'refused') return known;
  const { code = '', message = '' } = test;
  const refused = readRefusal({ code, message }, now);
  return refused.documented === undefined && known
    ? { ...known, error: refused.error, from: 'test', at: now }
    : { ...refused, since: known?.since };
}

/** Only whoever asks for it has the credentials tried: it makes Entra sign in to the app. */
async function tested(app: App, health: JobHealth, question: CredentialsQuestion, turn: Turn): Promise<CredentialTest> {
  const { jobId } = health.job;
  if (!turn.reads.mayTestCredentials) return { outcome: 'off' };
  if (jobId === undefined) return { outcome: 'noJob' };
  if (!question.test) return { outcome: 'notAsked' };
  try {
    return await turn.reads.testCredentials(app.id, jobId);
  } catch (error) {
    if (!(error instanceof GraphError) || error.code === 'cancelled') throw error;
    return { outcome: 'unknown' };
  }
}
