import { LRUCache } from 'lru-cache';
import { GraphError } from '../entra/errors.ts';
import type { Reads } from '../entra/reads.ts';
import type { Refusal, Role } from './access.ts';
import type { AskRequest } from './ask.ts';

/** Who is let in: Entra groups by their object ids. */
export interface GateSettings {
  readonly helpdeskGroupId?: string;
  readonly adminGroupId?: string;
  /** Groups that may ask about some apps only: group id → ids of those apps (service principal or application id). */
  readonly appOwnerGroups?: Readonly<Record<string, readonly string[]>>;
  /** Whoever asks is somebody on this machine: everybody may, as long as no group is set. */
  readonly openWithoutGroups?: boolean;
}

/** What somebody is to Skipper, or why that leads nowhere. */
export type Standing =
  | { readonly role: Exclude<Role, 'none'>; readonly apps?: ReadonlySet<string> }
  | { readonly role: 'none'; readonly refusal: Refusal; readonly error?: GraphError };

/** Finds out what an asker is to Skipper. Rejects only with what is no GraphError. */
export type Gate = (asker: AskRequest['asker'], reads: Pick<Reads, 'groupsAmong'>) => Promise<Standing>;

/** How long a membership is believed, in milliseconds: who leaves the group is out after that. */
const rememberMs = 5 * 60 * 1000;
const mostAskers = 10_000;

/** A gate that asks Graph for the asker's groups, nested ones included, and remembers the answer for five minutes. */
export function createGate(settings: GateSettings, now: () => Date): Gate {
  const owners = Object.entries(settings.appOwnerGroups ?? {}).map(
    ([group, apps]) => [group.toLowerCase(), apps] as const,
  );
  const helpdesk = settings.helpdeskGroupId?.toLowerCase();
  const admin = settings.adminGroupId?.toLowerCase();
  const groups = [helpdesk, admin, ...owners.map(([group]) => group)].filter((id) => id !== undefined);
  const remembered = new LRUCache<string, Standing>({
    max: mostAskers,
    ttl: rememberMs,
    ttlResolution: 0,
    perf: { now: () => now().getTime() },
  });

  function standingIn(found: ReadonlySet<string>): Standing {
    if (admin !== undefined && found.has(admin)) return { role: 'admin' };
    if (helpdesk !== undefined && found.has(helpdesk)) return { role: 'helpdesk' };
    const apps = owners.filter(([group]) => found.has(group)).flatMap(([, ids]) => ids.map((id) => id.toLowerCase()));
    return apps.length > 0 ? { role: 'appOwner', apps: new Set(apps) } : { role: 'none', refusal: 'notLetIn' };
  }

  return async (asker, reads) => {
    if (groups.length === 0) {
      return settings.openWithoutGroups ? { role: 'admin' } : { role: 'none', refusal: 'nobodyLetIn' };
    }
    const id = asker?.aadObjectId?.toLowerCase();
    if (id === undefined) return { role: 'none', refusal: 'unidentified' };
    const known = remembered.get(id);
    if (known) return known;
    try {
      const standing = standingIn(new Set(await reads.groupsAmong(id, groups)));
      remembered.set(id, standing);
      return standing;
    } catch (error) {
      if (!(error instanceof GraphError)) throw error;
      return { role: 'none', refusal: 'notChecked', error };
    }
  };
}
