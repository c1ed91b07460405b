import type { Credential, TokenSource } from './settings.ts';

export interface CredentialSettings {
  /** GRAPH_TOKEN: a bearer token as it is, e.g. pasted from Graph Explorer. */
  readonly graphToken?: string;
  /** The client id of a user-assigned managed identity, where one is to be taken. */
  readonly managedIdentityClientId?: string;
}

/**
 * How to sign in to Graph: the given token, else @azure/identity's DefaultAzureCredential (environment, workload and
 * managed identity, developer tools). Signing in happens at the first read.
 */
export function credentialFor(settings: CredentialSettings): Credential {
  const token = settings.graphToken?.trim().replace(/^bearer\s+/i, '');
  if (token) return { token };
  return azureCredential(settings.managedIdentityClientId);
}

function azureCredential(managedIdentityClientId: string | undefined): TokenSource {
  let loading: Promise<TokenSource> | undefined;
  // Loaded at the first use: the package takes a third of a second that a run with a token need not spend.
  const load = async (): Promise<TokenSource> => {
    const { DefaultAzureCredential } = await import('@azure/identity');
    return new DefaultAzureCredential(managedIdentityClientId ? { managedIdentityClientId } : {});
  };
  return {
    async getToken(scope, options) {
      loading ??= load();
      return (await loading).getToken(scope, options);
    },
  };
}

/** Whether a token for Graph is to be had. Rejects with why not. */
export async function checkSignIn(credential: Credential, endpoint: string, signal: AbortSignal): Promise<void> {
  if ('token' in credential) return;
  const token = await credential.getToken(scopeOf(endpoint), { abortSignal: signal });
  if (!token) throw new Error('the sign-in gave no token');
}

/** The scope of a cloud's Graph: https://graph.microsoft.us/.default for https://graph.microsoft.us. */
export function scopeOf(endpoint: string): string {
  return `${new URL(endpoint).origin}/.default`;
}
