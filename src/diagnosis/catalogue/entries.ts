import { apps } from './entries/apps.ts';
import { behaviours } from './entries/behaviours.ts';
import { crossTenant } from './entries/cross-tenant.ts';
import { graph } from './entries/graph.ts';
import { inbound } from './entries/inbound.ts';
import { jobs } from './entries/jobs.ts';
import { onPremises } from './entries/on-premises.ts';
import { provisioningErrors } from './entries/provisioning-errors.ts';
import { skipReasons } from './entries/skip-reasons.ts';

/** Every documented code, skip reason, state and condition. */
export const entries = [
  ...provisioningErrors,
  ...crossTenant,
  ...skipReasons,
  ...jobs,
  ...inbound,
  ...onPremises,
  ...apps,
  ...behaviours,
  ...graph,
] as const;

/** An entry with its code and owners as literal types. */
export type KnownEntry = (typeof entries)[number];

/** A code that the catalogue knows, as it spells it. */
export type KnownCode = KnownEntry['code'];
