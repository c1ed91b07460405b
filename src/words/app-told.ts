import type { Cause } from '../diagnosis/causes.ts';
import type { Diagnosis, JobFinding } from '../diagnosis/diagnosis.ts';
import type { App } from '../diagnosis/evidence.ts';
import type { Clock } from './clock.ts';
import { firstNamed } from './explanation.ts';
import type { Language, Told } from './language.ts';

/** An app without a person, for the sentences and steps that it shares with explanations. */
export function tellApp(app: App, job: JobFinding, cause: Cause, language: Language, clock: Clock): Told {
  return {
    subject: { type: 'user', id: '', name: language.unnamed.person },
    app: { id: app.id, appId: app.appId, name: firstNamed(app.name, app.galleryName, app.id) },
    diagnosis: withoutPerson(cause, job),
    clock,
    named: true,
  };
}

function withoutPerson(cause: Cause, job: JobFinding): Diagnosis {
  return {
    verdict: 'unknown',
    cause,
    also: [],
    noise: [],
    expected: false,
    gates: [],
    clauses: [],
    assignment: { how: 'unknown', groups: [], roles: [] },
    job,
    proof: [],
    now: { differs: false, changes: [] },
    fix: [],
    notes: [],
  };
}
