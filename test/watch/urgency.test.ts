import assert from 'node:assert/strict';
import type { Subscription } from '../../src/answers/subscriptions.ts';
import type { Change } from '../../src/watch/change.ts';
import type { Message } from '../../src/watch/outbox.ts';
import type { Urgency } from '../../src/watch/presenting.ts';
import { urgencyOf } from '../../src/watch/urgency.ts';
import { aCycle, aMessage, anEndedRun, aProblem, aSummary, counts, somebody } from '../support/sample-news.ts';
import { aSubscription } from '../support/sample-watching.ts';

const quarantine = { reason: 'EncounteredQuarantineException' };
const digest = { at: '09:00', timeZone: 'Europe/London' };

const clean = aSummary({ users: counts({ created: 3, expectedSkips: 9 }) });
const fresh = aSummary({ users: counts({ failed: 1 }), problems: [aProblem([somebody('Ada Byrne')])] });
const old = aSummary({ users: counts({ failed: 1 }), problems: [aProblem([somebody('Ada Byrne', { isNew: false })])] });
const mixed = aSummary({ problems: [aProblem([somebody('Ada Byrne', { isNew: false }), somebody('Kofi Mensah')])] });
const unknown = aSummary({ problems: [aProblem([somebody('Ada Byrne', { isNew: undefined })])] });
const skipped = aSummary({ problems: [aProblem([somebody('Ada Byrne')], { trouble: 'skipped' })] });
const failed = (parts = {}) => aCycle(anEndedRun(undefined, { state: 'Failed' }), parts);

const problems: Partial<Subscription> = { about: 'problems' };
const everything: Partial<Subscription> = { about: 'everything' };
const daily: Partial<Subscription> = { about: 'problems', digest };

describe('whether a subscription is told', () => {
  const rows: readonly (readonly [
    what: string,
    subscription: Partial<Subscription>,
    message: Partial<Message>,
    told: Urgency,
  ])[] = [
    ['a clean cycle, only problems wanted', problems, { summary: clean }, 'not'],
    ['a clean cycle, every cycle wanted', everything, { summary: clean }, 'canWait'],
    ['a clean cycle, once a day', daily, { summary: clean }, 'canWait'],
    ['somebody newly failed', problems, { summary: fresh }, 'canWait'],
    ['somebody newly left out', problems, { summary: skipped }, 'canWait'],
    ['one new among old ones', problems, { summary: mixed }, 'canWait'],
    ['the same as before', problems, { summary: old }, 'not'],
    ['perhaps new: better told than not', problems, { summary: unknown }, 'canWait'],
    ['a cycle whose log could not be read', problems, {}, 'not'],
    ['a cycle that failed as a whole', problems, { changes: [failed()] }, 'canWait'],
    ['another one that failed after that', problems, { changes: [failed({ failedBefore: true })] }, 'not'],
    ['another one, every cycle wanted', everything, { changes: [failed({ failedBefore: true })] }, 'canWait'],
    ['an app that is left out', { about: 'nothing' }, { summary: fresh }, 'not'],
  ];
  for (const [what, subscription, message, expected] of rows) {
    it(`of ${what}: ${expected}`, () => {
      assert.equal(urgencyOf(aMessage(message), aSubscription(subscription)), expected);
    });
  }

  const changes: readonly (readonly [Change, Urgency])[] = [
    [{ kind: 'appProvisioned' }, 'canWait'],
    [{ kind: 'firstCycleCompleted', at: '2026-11-17T12:38:00Z' }, 'canWait'],
    [{ kind: 'started' }, 'canWait'],
    [{ kind: 'quarantineEntered', quarantine }, 'atOnce'],
    [{ kind: 'quarantineReasonChanged', quarantine, was: 'TooManyDeletes' }, 'atOnce'],
    [{ kind: 'quarantineLeft', was: 'TooManyDeletes' }, 'atOnce'],
    [{ kind: 'deletionsHeld', quarantine }, 'atOnce'],
    [{ kind: 'stopped', quarantined: false }, 'atOnce'],
    [{ kind: 'stalled' }, 'atOnce'],
    [{ kind: 'resumed' }, 'atOnce'],
  ];
  for (const [change, expected] of changes) {
    it(`of ${change.kind} whatever is wanted: ${expected}`, () => {
      for (const wanted of [problems, everything, daily]) {
        assert.equal(urgencyOf(aMessage({ changes: [change] }), aSubscription(wanted)), expected);
      }
      assert.equal(urgencyOf(aMessage({ changes: [change] }), aSubscription({ about: 'nothing' })), 'not');
    });
  }
});
