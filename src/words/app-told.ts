import type { Cause } from '../diagnosis/causes.ts';
import type { JobFinding } from '../diagnosis/diagnosis.ts';
import type { App } from '../diagnosis/evidence.ts';
import { bareDiagnosis } from './bare-diagnosis.ts';
import type { Clock } from './clock.ts';
import { firstNamed } from './explanation.ts';
import type { Language, Told } from './language.ts';

/** An app without a person, for the sentences and steps that it shares with explanations. */
export function tellApp(app: App, job: JobFinding, cause: Cause, language: Language, clock: Clock): Told {
  return {
    subject: { type: 'user', id: '', name: language.unnamed.person },
    app: { id: app.id, appId: app.appId, name: firstNamed(app.name, app.galleryName, app.id) },
    diagnosis: bareDiagnosis({ cause, job }),
    clock,
    named: true,
  };
}
