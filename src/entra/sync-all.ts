import { z } from 'zod/v4';
import { fitting, text, toFlag } from './outside.ts';
import { onePage } from './pages.ts';
import { path, segment } from './query.ts';
import type { Turn } from './turn.ts';

const secret = z.object({ key: text, value: text });

/**
 * Whether the app syncs everybody; undefined when the settings do not tell. The other settings hold credentials and are
 * dropped at once. Source: synchronizationSecret, key SyncAll. Throws GraphError.
 */
export async function readSyncAll(appId: string, turn: Turn): Promise<boolean | undefined> {
  const page = await onePage(turn, {
    operation: 'secrets',
    path: path(`/servicePrincipals/${segment(appId)}/synchronization/secrets`),
  });
  return toFlag(fitting(page.items, secret).find((one) => one.key === 'SyncAll')?.value);
}
