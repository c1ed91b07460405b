import type { App, Subject } from '../diagnosis/evidence.ts';
import { bareDiagnosis } from './bare-diagnosis.ts';
import type { Clock } from './clock.ts';
import type { Language, Told } from './language.ts';

/** An app or a person alone, for the sentences that name only the one or the other. */
export function tellAlone(
  { app, subject }: { readonly app?: App; readonly subject?: Subject },
  language: Language,
  clock: Clock,
): Told {
  return {
    subject: subject ?? { type: 'user', id: '', name: language.unnamed.person },
    app: app ?? { id: '', name: language.unnamed.app },
    diagnosis: bareDiagnosis({ cause: 'no-record' }),
    clock,
    named: subject !== undefined,
  };
}
