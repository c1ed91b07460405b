import { z } from 'zod/v4';

const page = z.object({ value: z.array(z.record(z.string(), z.unknown())), '@odata.nextLink': z.string().optional() });
type Row = z.infer<typeof page>['value'][number];

/** What the plain client spent on one question. */
export interface PlainCost {
  readonly graphRequests: number;
  readonly logRequests: number;
  readonly roundTrips: number;
  /** Entries that it found of the person. */
  readonly entries: number;
}

/**
 * What a script does that nobody thought about: one request after the other, the app's whole log of 30 days, and the
 * person picked out of it on the client's side.
 */
export function plainClient(endpoint: string, fetching: typeof fetch, now: () => Date) {
  let graphRequests = 0;
  let logRequests = 0;

  async function get(url: string): Promise<z.infer<typeof page>> {
    for (;;) {
      graphRequests += 1;
      if (url.includes('/auditLogs/')) logRequests += 1;
      const response = await fetching(url, { headers: { authorization: 'Bearer plain' } });
      if (response.status === 429) {
        const seconds = Number(response.headers.get('retry-after') ?? '1');
        await response.arrayBuffer();
        await new Promise((resolve) => setTimeout(resolve, seconds * 1000));
        continue;
      }
      if (!response.ok) throw new Error(`${response.status} for ${url}`);
      return page.parse(await response.json());
    }
  }

  async function* rows(path: string): AsyncIterable<Row> {
    let url: string | undefined = `${endpoint}/v1.0/${path}`;
    while (url) {
      const answer: z.infer<typeof page> = await get(url);
      yield* answer.value;
      url = answer['@odata.nextLink'];
    }
  }

  async function all(path: string): Promise<Row[]> {
    return Array.fromAsync(rows(path));
  }

  return {
    /** Every app's jobs, one app after the other: Graph lists jobs by app only. */
    async overview(): Promise<{ readonly graphRequests: number; readonly apps: number }> {
      graphRequests = 0;
      let apps = 0;
      for await (const { id } of rows('servicePrincipals?$top=100'))
        if ((await all(`servicePrincipals/${id}/synchronization/jobs`)).length > 0) apps += 1;
      return { graphRequests, apps };
    },

    async ask(user: string, app: string): Promise<PlainCost> {
      graphRequests = 0;
      logRequests = 0;
      const quoted = (text: string) => encodeURIComponent(text.replaceAll("'", "''"));
      const [servicePrincipal] = await all(`servicePrincipals?$filter=displayName eq '${quoted(app)}'`);
      const [person] = await all(`users?$filter=userPrincipalName eq '${quoted(user)}'`);
      // It does not know where to look for somebody who is deleted, and gives up.
      if (!servicePrincipal || !person) return { graphRequests, logRequests, roundTrips: graphRequests, entries: 0 };
      const [job] = await all(`servicePrincipals/${servicePrincipal.id}/synchronization/jobs`);
      await all(`servicePrincipals/${servicePrincipal.id}/appRoleAssignedTo`);
      await all(`users/${person.id}/memberOf`);
      const since = new Date(now().getTime() - 30 * 24 * 60 * 60 * 1000).toISOString();
      const filter = encodeURIComponent(
        `servicePrincipal/id eq '${servicePrincipal.id}' and activityDateTime gt ${since}`,
      );
      let entries = 0;
      for await (const entry of rows(`auditLogs/provisioning?$filter=${filter}&$top=500`)) {
        const source = z.object({ id: z.string().optional() }).safeParse(entry.sourceIdentity);
        if (source.success && source.data.id === person.id) entries += 1;
      }
      return { graphRequests, logRequests, roundTrips: graphRequests, entries: job ? entries : 0 };
    },
  };
}
