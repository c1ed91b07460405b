import type { entries } from '../../../diagnosis/catalogue/entries.ts';
import { appWords } from './apps.ts';
import { behaviourWords } from './behaviours.ts';
import { crossTenantWords } from './cross-tenant.ts';
import { graphWords } from './graph.ts';
import { inboundWords } from './inbound.ts';
import { jobWords } from './jobs.ts';
import { onPremisesWords } from './on-premises.ts';
import { provisioningErrorWords } from './provisioning-errors.ts';
import type { CodeWords, WordsFor } from './shape.ts';
import { skipReasonWords } from './skip-reasons.ts';

/** The words for every code of the catalogue, by the catalogue's code. */
export const codeWords: WordsFor<typeof entries> = {
  ...provisioningErrorWords,
  ...crossTenantWords,
  ...skipReasonWords,
  ...jobWords,
  ...inboundWords,
  ...onPremisesWords,
  ...appWords,
  ...behaviourWords,
  ...graphWords,
};

const byCode = new Map<string, CodeWords>(Object.entries(codeWords));

/** The words for a code as the catalogue spells it (`CatalogueEntry.code`); undefined for any other. */
export function wordsForCode(code: string): CodeWords | undefined {
  return byCode.get(code);
}
