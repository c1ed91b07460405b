import assert from 'node:assert/strict';
import { at, eventual, items, type Running, start, texts } from './support.ts';

/** What Graph refuses, why, and in which words. `{sp}` and `{job}` stand for Salesforce and its job. */
const refused: readonly {
  readonly path: string;
  readonly headers?: Record<string, string>;
  readonly status: number;
  readonly code: string;
}[] = [
  { path: '/users?$search="displayName:alice"', status: 400, code: 'Request_UnsupportedQuery' },
  { path: '/users?$search=alice', headers: eventual, status: 400, code: 'BadRequest' },
  { path: '/users?$search="department:Sales"', headers: eventual, status: 400, code: 'BadRequest' },
  { path: "/users?$filter=department ne 'Sales'", status: 400, code: 'Request_UnsupportedQuery' },
  { path: "/users?$filter=department ne 'Sales'", headers: eventual, status: 400, code: 'Request_UnsupportedQuery' },
  { path: "/users?$filter=not(startswith(displayName,'A'))", status: 400, code: 'Request_UnsupportedQuery' },
  { path: "/users?$filter=endswith(mail,'@contoso.com')", status: 400, code: 'Request_UnsupportedQuery' },
  {
    path: "/users?$filter=endswith(displayName,'Smith')&$count=true",
    headers: eventual,
    status: 400,
    code: 'Request_UnsupportedQuery',
  },
  { path: "/users?$filter=contains(displayName,'Smith')", status: 400, code: 'Request_UnsupportedQuery' },
  { path: "/users?$filter=companyName eq 'Contoso'", status: 400, code: 'Request_UnsupportedQuery' },
  { path: '/users?$filter=department eq null', status: 400, code: 'Request_UnsupportedQuery' },
  { path: "/users?$filter=shoeSize eq '43'", status: 400, code: 'BadRequest' },
  { path: "/users?$filter=accountEnabled eq 'true'", status: 400, code: 'BadRequest' },
  { path: '/users?$filter=displayName eq 5', status: 400, code: 'BadRequest' },
  { path: "/users?$filter=displayName eq 'O'Brien'", status: 400, code: 'BadRequest' },
  { path: "/users?$filter=displayName like 'A'", status: 400, code: 'BadRequest' },
  { path: '/users?$filter=', status: 400, code: 'BadRequest' },
  { path: '/users?$select=id,shoeSize', status: 400, code: 'BadRequest' },
  { path: '/users?$orderby=department', status: 400, code: 'Request_UnsupportedQuery' },
  {
    path: "/users?$orderby=displayName&$filter=startswith(displayName,'A')",
    status: 400,
    code: 'Request_UnsupportedQuery',
  },
  { path: '/users?$top=1000', status: 400, code: 'Request_UnsupportedQuery' },
  { path: '/users?$top=0', status: 400, code: 'Request_UnsupportedQuery' },
  { path: '/users?$top=many', status: 400, code: 'BadRequest' },
  { path: '/users?$where=1', status: 400, code: 'BadRequest' },
  { path: '/users?$skiptoken=bm9uc2Vuc2U', status: 400, code: 'BadRequest' },
  { path: '/users/$count', status: 400, code: 'BadRequest' },
  { path: '/users/nobody@contoso.com', status: 404, code: 'Request_ResourceNotFound' },
  { path: '/users/alice@contoso.com/memberOf/microsoft.graph.group', status: 400, code: 'BadRequest' },
  { path: '/users/alice@contoso.com/appRoleAssignments', status: 403, code: 'Authorization_RequestDenied' },
  { path: '/directory/deletedItems', status: 400, code: 'BadRequest' },
  { path: '/directory/deletedItems/microsoft.graph.group', status: 403, code: 'Authorization_RequestDenied' },
  { path: '/organization', status: 403, code: 'Authorization_RequestDenied' },
  { path: '/servicePrincipals?$orderby=displayName', status: 400, code: 'Request_UnsupportedQuery' },
  { path: "/servicePrincipals?$filter=contains(displayName,'Sales')", status: 400, code: 'Request_UnsupportedQuery' },
  {
    path: '/servicePrincipals/{sp}/appRoleAssignedTo?$filter=appRoleId eq 00000000-0000-0000-0000-000000000000',
    status: 400,
    code: 'Request_UnsupportedQuery',
  },
  { path: '/servicePrincipals/{sp}/synchronization/secrets', status: 403, code: 'Authorization_RequestDenied' },
  {
    path: '/servicePrincipals/{sp}/synchronization/jobs/{job}/schema/filterOperators',
    status: 403,
    code: 'Authorization_RequestDenied',
  },
  { path: '/servicePrincipals/{sp}/synchronization/jobs/other', status: 404, code: 'ResourceNotFound' },
  { path: '/auditLogs/directoryAudits', status: 403, code: 'Authentication_MSGraphPermissionMissing' },
  { path: '/auditLogs/provisioning?$filter=activityDateTime ge 2026-11-01T00:00:00Z', status: 400, code: 'BadRequest' },
  {
    path: "/auditLogs/provisioning?$filter=activityDateTime gt '2026-11-01T00:00:00Z'",
    status: 400,
    code: 'BadRequest',
  },
  {
    path: "/auditLogs/provisioning?$filter=startswith(sourceIdentity/displayName,'A')",
    status: 400,
    code: 'BadRequest',
  },
  { path: "/auditLogs/provisioning?$filter=not(contains(jobId,'x'))", status: 400, code: 'BadRequest' },
  {
    path: "/auditLogs/provisioning?$filter=provisioningStatusInfo/errorInformation/errorCode eq 'EntryConflict'",
    status: 400,
    code: 'BadRequest',
  },
  { path: '/auditLogs/provisioning?$orderby=jobId', status: 400, code: 'BadRequest' },
  { path: '/auditLogs/provisioning?$select=id', status: 400, code: 'BadRequest' },
  { path: '/auditLogs/provisioning?$count=true', status: 400, code: 'BadRequest' },
  { path: '/somewhere', status: 400, code: 'BadRequest' },
  { path: '/users/%E0%A4%A', status: 400, code: 'BadRequest' },
];

describe('the sandbox is as strict as Microsoft Graph is documented to be', () => {
  let running: Running;
  let salesforce: { id: string; jobId?: string };

  before(async () => {
    running = await start();
    salesforce = running.sandbox.tenant.directory.app('Salesforce');
  });
  after(async () => {
    await running[Symbol.asyncDispose]();
  });

  for (const { path, headers = {}, status, code } of refused) {
    it(`answers ${status} ${code} to ${path}${headers === eventual ? ' with ConsistencyLevel' : ''}`, async () => {
      const reply = await running.get(
        path.replace('{sp}', salesforce.id).replace('{job}', salesforce.jobId ?? ''),
        headers,
      );

      assert.equal(reply.status, status);
      assert.equal(at(reply.body, 'error|code'), code);
      assert.equal(typeof at(reply.body, 'error|message'), 'string');
      assert.equal(at(reply.body, 'error|innerError|request-id'), reply.headers.get('request-id'));
    });
  }

  it('answers 401 without a token, on the batch too', async () => {
    const list = await running.send('/users', {});
    const batch = await running.send('/$batch', { method: 'POST', body: '{}' });

    assert.deepEqual([list.status, batch.status], [401, 401]);
    assert.equal(at(list.body, 'error|code'), 'InvalidAuthenticationToken');
  });

  it('answers 405 to a method that the resource does not know', async () => {
    const reply = await running.send('/users', { method: 'POST', headers: { authorization: 'Bearer x' } });

    assert.equal(reply.status, 405);
  });

  it('refuses to write: every action on a job answers 403 with the read-only grant', async () => {
    for (const action of ['start', 'pause', 'restart', 'validateCredentials', 'provisionOnDemand']) {
      const reply = await running.send(
        `/servicePrincipals/${salesforce.id}/synchronization/jobs/${salesforce.jobId}/${action}`,
        { method: 'POST', headers: { authorization: 'Bearer x' } },
      );
      assert.equal(reply.status, 403, action);
    }
  });

  it('answers what was granted later, and no longer what was taken away', async () => {
    running.sandbox.permissions.add('Synchronization.ReadWrite.All');
    const secrets = await running.get(`/servicePrincipals/${salesforce.id}/synchronization/secrets`);
    running.sandbox.permissions.delete('Synchronization.ReadWrite.All');
    running.sandbox.permissions.delete('ProvisioningLog.Read.All');
    const log = await running.get('/auditLogs/provisioning');
    running.sandbox.permissions.add('ProvisioningLog.Read.All');

    assert.equal(at(items(secrets)[0], 'key'), 'SyncAll');
    assert.equal(log.status, 403);
  });

  it('gives users without department and accountEnabled unless they are selected', async () => {
    const plain = await running.get('/users/alice@contoso.com');
    const selected = await running.get('/users/alice@contoso.com?$select=department,accountEnabled,faxNumber');

    assert.equal(at(plain.body, 'displayName'), 'Alice Smith');
    assert.equal(at(plain.body, 'department'), undefined);
    assert.equal(at(plain.body, 'accountEnabled'), undefined);
    assert.deepEqual(
      [
        at(selected.body, 'department'),
        at(selected.body, 'accountEnabled'),
        at(selected.body, 'faxNumber'),
        at(selected.body, 'displayName'),
      ],
      ['sales', true, null, undefined],
    );
  });

  it('answers advanced queries that carry the advanced parameters', async () => {
    const byWord = await running.get(
      '/users?$search="displayName:smit" AND "displayName:ali"&$select=userPrincipalName',
      eventual,
    );
    const either = await running.get('/users?$search="displayName:alice" OR "mail:bob@"&$select=displayName', eventual);
    const ends = await running.get(
      "/users?$filter=endswith(userPrincipalName,'%23EXT%23@contoso.onmicrosoft.com')&$count=true&$select=userType",
      eventual,
    );
    const negated = await running.get(
      "/servicePrincipals?$filter=not(startswith(displayName,'Sales'))&$count=true&$orderby=displayName desc&$select=displayName&$top=999",
      eventual,
    );

    assert.deepEqual(texts(byWord, 'userPrincipalName').sort(), ['alice@contoso.com']);
    assert.deepEqual(texts(either, 'displayName').sort(), ['Alice Nguyen', 'Alice Smith', 'Alice Smythe', 'Bob Jones']);
    assert.deepEqual([...new Set(texts(ends, 'userType'))], ['Guest']);
    assert.equal(at(ends.body, '@odata.count'), items(ends).length);
    const names = texts(negated, 'displayName');
    assert.ok(names.length > 20);
    assert.deepEqual(
      names.map((one) => one.toLowerCase()),
      names
        .map((one) => one.toLowerCase())
        .sort()
        .reverse(),
    );
  });

  it('ignores $count without ConsistencyLevel, as Graph does', async () => {
    const reply = await running.get('/users?$count=true&$top=1');

    assert.equal(reply.status, 200);
    assert.equal(at(reply.body, '@odata.count'), undefined);
  });

  it('finds people by filters that work by default', async () => {
    const quoted = await running.get("/users?$filter=surname eq 'O''Brien'&$select=userPrincipalName");
    const either = await running.get(
      "/users?$filter=(mailNickname eq 'ALICE' or employeeId eq '21001') and accountEnabled eq true&$select=userPrincipalName",
    );
    const among = await running.get(
      "/users?$filter=userPrincipalName in ('alice@contoso.com','bob@contoso.com')&$select=displayName",
    );
    const address = await running.get(
      "/users?$filter=proxyAddresses/any(p:p eq 'smtp:alice@contoso.com')&$select=displayName",
    );

    assert.deepEqual(texts(quoted, 'userPrincipalName'), ['carol.obrien@contoso.com']);
    assert.deepEqual(texts(either, 'userPrincipalName'), ['alice@contoso.com']);
    assert.deepEqual(texts(among, 'displayName').sort(), ['Alice Smith', 'Bob Jones']);
    assert.deepEqual(texts(address, 'displayName'), ['Alice Smith']);
  });

  it('keeps deleted people out of the users and in the deleted items', async () => {
    const user = await running.get('/users/jasper@contoso.com');
    const deleted = await running.get(
      "/directory/deletedItems/microsoft.graph.user?$filter=startswith(displayName,'Jasper')&$select=id,deletedDateTime",
    );

    assert.equal(user.status, 404);
    assert.equal(items(deleted).length, 1);
    assert.match(texts(deleted, 'deletedDateTime')[0] ?? '', /^2026-11-1\dT/);
  });

  it('tells direct memberships from those by way of another group', async () => {
    const dave = running.sandbox.tenant.directory.person('dave.muller@contoso.com');
    const direct = await running.get(`/users/${dave.id}/memberOf?$select=id,displayName`);
    const all = await running.get(
      `/users/${dave.id}/transitiveMemberOf/microsoft.graph.group?$count=true&$select=displayName`,
      eventual,
    );

    assert.deepEqual(texts(direct, 'displayName').sort(), ['All Staff', 'Sales EMEA']);
    assert.deepEqual(texts(all, 'displayName').sort(), ['All Staff', 'Sales EMEA', 'Sales Team']);
  });

  it('names an app by its appId, and its assignments by principal', async () => {
    const { directory } = running.sandbox.tenant;
    const app = directory.app('Salesforce');
    const alice = directory.person('alice@contoso.com');
    const byAppId = await running.get(`/servicePrincipals(appId='${app.appId}')?$select=displayName`);
    const assigned = await running.get(
      `/servicePrincipals/${app.id}/appRoleAssignedTo?$filter=principalId eq ${alice.id}`,
    );

    assert.equal(at(byAppId.body, 'displayName'), 'Salesforce');
    assert.deepEqual(texts(assigned, 'principalDisplayName'), ['Alice Smith']);
  });

  it('filters the log minding the case, but for the status', async () => {
    const wrongCase = await running.get("/auditLogs/provisioning?$filter=servicePrincipal/displayName eq 'salesforce'");
    const lowered = await running.get(
      "/auditLogs/provisioning?$filter=contains(tolower(servicePrincipal/displayName), 'salesforce') and provisioningStatusInfo/status eq 'Failure'",
    );
    const literal = await running.get(
      "/auditLogs/provisioning?$filter=servicePrincipal/displayName eq 'Salesforce' and provisioningStatusInfo/status eq microsoft.graph.provisioningResult'failure'",
    );

    assert.equal(items(wrongCase).length, 0);
    assert.ok(items(literal).length >= 3);
    assert.deepEqual(texts(lowered, 'id'), texts(literal, 'id'));
  });
});
