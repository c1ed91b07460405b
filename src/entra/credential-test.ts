import { z } from 'zod/v4';
import { path, segment } from './query.ts';
import type { CredentialTest } from './reads.ts';
import type { Turn } from './turn.ts';

const refusal = z.object({
  error: z.object({ code: z.string().optional().catch(undefined), message: z.string().optional().catch(undefined) }),
});

/** Codes with which Graph itself refuses the call, whatever the app would have said. */
const graphRefusals = new Set([
  'Authorization_RequestDenied',
  'Authentication_MSGraphPermissionMissing',
  'accessDenied',
]);

/**
 * Lets Entra sign in to the app with the saved credentials. It changes nothing, and needs a permission that could: Graph
 * has no narrower one. Source: synchronizationJob-validateCredentials. Throws GraphError where Graph does not answer.
 */
export async function testCredentials(appId: string, jobId: string, turn: Turn): Promise<CredentialTest> {
  const { status, body } = await turn.post({
    operation: 'credentialTest',
    path: path(`/servicePrincipals/${segment(appId)}/synchronization/jobs/${segment(jobId)}/validateCredentials`),
    body: { useSavedCredentials: true },
  });
  if (status >= 200 && status < 300) return { outcome: 'valid' };
  const parsed = refusal.safeParse(body);
  const { code, message } = parsed.success ? parsed.data.error : {};
  if (status === 403 && (code === undefined || graphRefusals.has(code))) return { outcome: 'forbidden' };
  if (status === 404) return { outcome: 'noJob' };
  // Only a refusal that says something is one of the app's: whatever else may have come between.
  if (status === 429 || status >= 500 || code === undefined) return { outcome: 'unknown' };
  return { outcome: 'refused', code, message };
}
