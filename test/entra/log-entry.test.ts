import assert from 'node:assert/strict';
import fc from 'fast-check';
import type { LogEntry } from '../../src/diagnosis/evidence.ts';
import { parseLogEntry } from '../../src/entra/log-entry.ts';
import { parsePastedEntry } from '../../src/entra/pasted-entry.ts';
import { eventHubRecord, failedCreate, logAnalyticsRow, onDemandReply, skippedUser } from './support/entries.ts';

function parse(value: unknown): LogEntry {
  const entry = parseLogEntry(value);
  if (!entry) return assert.fail('not read as an entry');
  return entry;
}

function paste(text: string): readonly LogEntry[] {
  return parsePastedEntry(text) ?? assert.fail('nothing was found in the text');
}

describe('a log entry in the form of Microsoft Graph', () => {
  it('gives whom, where, what, when and why', () => {
    const entry = parse(skippedUser);

    assert.equal(entry.id, 'entry-1');
    assert.equal(entry.at, '2026-11-18T07:40:05.000Z');
    assert.deepEqual(
      [entry.jobId, entry.cycleId, entry.changeId, entry.tenantId],
      ['scim.t.j', 'cycle-1', 'change-1', 'tenant-1'],
    );
    assert.deepEqual([entry.action, entry.status], ['other', 'skipped']);
    assert.deepEqual(entry.app, { id: 'sp-1', name: 'Fabrikam Desk' });
    assert.deepEqual([entry.sourceSystem, entry.targetSystem], ['Microsoft Entra ID', 'customappsso']);
    assert.deepEqual(
      [entry.source.id, entry.source.name, entry.source.type, entry.source.userPrincipalName],
      ['u-1', 'Carmen Ruiz', 'User', 'carmen@contoso.com'],
    );
    assert.deepEqual(entry.initiatedBy, { name: 'Azure AD Provisioning Service', type: 'system' });
    assert.equal(entry.error, undefined);
    assert.deepEqual(
      entry.steps.map((step) => [step.name, step.type, step.status]),
      [
        ['EntryImportUpdate', 'import', 'success'],
        ['EntrySynchronizationScoping', 'scoping', 'success'],
        ['EntrySynchronizationSkip', 'processing', 'skipped'],
      ],
    );
    assert.equal(entry.steps[1]?.details['User has the required role'], 'True');
    assert.equal(entry.steps[2]?.details.SkipReason, 'NotEffectivelyEntitled');
  });

  it('gives the error and what was to be changed', () => {
    const entry = parse(failedCreate);

    assert.deepEqual(entry.error, {
      code: 'FabrikamDeskEntryConflict',
      reason: 'Message: the name is taken.\r\nThis operation was retried 3 times.',
      category: 'nonServiceFailure',
      additionalDetails: undefined,
      recommendedAction: undefined,
    });
    assert.deepEqual(entry.modified, [{ name: 'userName', from: undefined, to: 'carmen' }]);
  });

  it('is read though enums are in capitals, the app is a list, and the initiator has its documented name', () => {
    const entry = parse({
      ...skippedUser,
      provisioningAction: 'StagedDelete',
      provisioningStatusInfo: { status: 'Skipped' },
      servicePrincipal: [{ id: 'sp-1', displayName: 'Fabrikam Desk' }],
      initiatedBy: { displayName: 'x', initiatingType: 'Application' },
      provisioningSteps: [
        { name: 'EntryImport', provisioningStepType: 'ReferenceResolution', status: 'Failure', details: null },
      ],
    });

    assert.deepEqual(
      [entry.action, entry.status, entry.app.id, entry.initiatedBy?.type],
      ['stagedDelete', 'skipped', 'sp-1', 'application'],
    );
    assert.deepEqual(
      [entry.steps[0]?.type, entry.steps[0]?.status, entry.steps[0]?.details],
      ['referenceResolution', 'failure', {}],
    );
  });

  it('keeps details as texts, whatever they are, and their keys as they are', () => {
    const details = { 'a key': true, count: 2, nothing: null, nested: { x: 1 }, Text: 'kept' };
    const entry = parse({ ...skippedUser, provisioningSteps: [{ name: 's', details }] });

    assert.deepEqual(entry.steps[0]?.details, {
      'a key': 'True',
      count: '2',
      nothing: '',
      nested: '{"x":1}',
      Text: 'kept',
    });
  });

  it('calls members that it does not know unknown, and keeps an unknown action', () => {
    const entry = parse({
      ...skippedUser,
      provisioningAction: 'Rehydrate',
      provisioningStatusInfo: { status: 'unknownFutureValue' },
      provisioningSteps: [{ name: 's', provisioningStepType: 'dreaming', status: 7 }],
    });

    assert.deepEqual(
      [entry.action, entry.status, entry.steps[0]?.type, entry.steps[0]?.status],
      ['rehydrate', 'unknown', 'unknown', 'unknown'],
    );
  });

  it('reads null written as text as nothing', () => {
    const info = { status: 'failure', errorInformation: { errorCode: 'null', reason: 'NULL' } };
    const entry = parse({ ...skippedUser, provisioningStatusInfo: info, jobId: 'null' });

    assert.equal(entry.error, undefined);
    assert.equal(entry.jobId, undefined);
  });

  it('takes the app from the target system where no service principal is told', () => {
    const { servicePrincipal: _, ...rest } = skippedUser;

    assert.deepEqual(parse(rest).app, { id: 'sp-1', name: 'Fabrikam Desk' });
  });

  it('is read from next to nothing', () => {
    assert.deepEqual(parse({}), {
      id: '',
      at: '',
      jobId: undefined,
      cycleId: undefined,
      changeId: undefined,
      tenantId: undefined,
      action: 'unknown',
      status: 'unknown',
      app: { id: undefined, name: undefined },
      source: { id: '', name: '', type: '', userPrincipalName: undefined, details: {} },
      target: { id: '', name: '', type: '', userPrincipalName: undefined, details: {} },
      sourceSystem: '',
      targetSystem: '',
      initiatedBy: undefined,
      error: undefined,
      steps: [],
      modified: [],
    });
    assert.equal(parseLogEntry('text'), undefined);
    assert.equal(parseLogEntry([]), undefined);
  });

  it('survives any JSON', () => {
    fc.assert(fc.property(fc.json(), (json) => void parseLogEntry(JSON.parse(json))));
  });

  it('survives any value in any of its fields', () => {
    const names = Object.keys(skippedUser);
    fc.assert(
      fc.property(fc.constantFrom(...names), fc.jsonValue(), (name, value) => {
        const entry = parse({ ...skippedUser, [name]: value });
        assert.ok(entry.at === '' || !Number.isNaN(Date.parse(entry.at)));
        for (const step of entry.steps)
          for (const detail of Object.values(step.details)) assert.equal(typeof detail, 'string');
      }),
    );
  });

  it('does not let a field named __proto__ reach other objects', () => {
    const hostile = JSON.parse(
      '{"__proto__":{"id":"hostile","status":"x"},"provisioningSteps":[{"details":{"__proto__":"kept"}}]}',
    );

    const entry = parse(hostile);

    assert.equal(entry.id, '');
    assert.equal(({} as { status?: string }).status, undefined);
  });
});

describe('a pasted log entry', () => {
  it('is found alone, in a list, and in the answer of Graph', () => {
    for (const value of [skippedUser, [skippedUser], { value: [skippedUser] }]) {
      assert.deepEqual(
        paste(JSON.stringify(value)).map((entry) => entry.id),
        ['entry-1'],
      );
    }
  });

  it('is found amid other text, in a code fence, and an object a line', () => {
    const pretty = JSON.stringify(skippedUser, null, 2);

    assert.equal(paste(`why this?\n\`\`\`json\n${pretty}\n\`\`\`\nthanks`)[0]?.id, 'entry-1');
    assert.deepEqual(
      paste(`${JSON.stringify(skippedUser)}\n${JSON.stringify(failedCreate)}`).map((entry) => entry.id),
      ['entry-1', 'entry-2'],
    );
  });

  it('is found though a mail client made its quotes typographic', () => {
    const curly = JSON.stringify(skippedUser).replace(/"([^"]*)"/g, '\u201c$1\u201d');

    assert.equal(paste(curly)[0]?.status, 'skipped');
  });

  it('is read in the form of Event Hubs, with numbers for enums', () => {
    const [entry] = paste(JSON.stringify({ records: [eventHubRecord] }));

    assert.ok(entry);
    assert.deepEqual(
      [entry.id, entry.at, entry.action, entry.status],
      ['entry-3', '2026-11-18T07:40:05.000Z', 'create', 'skipped'],
    );
    assert.deepEqual(
      [entry.app.name, entry.source.name, entry.target.type],
      ['Fabrikam Desk', 'Carmen Ruiz', 'urn:ietf:params:scim:schemas:core:2.0:User'],
    );
    assert.deepEqual(
      entry.steps.map((step) => [step.type, step.status]),
      [
        ['import', 'success'],
        ['scoping', 'success'],
        ['processing', 'skipped'],
      ],
    );
    assert.equal(entry.steps[2]?.details.PropertyName, 'name.familyName');
    assert.equal(entry.tenantId, 'tenant-1');
    assert.equal(entry.initiatedBy?.type, 'system');
  });

  it('is read from a row of Log Analytics, whose columns hold JSON as text', () => {
    const [entry] = paste(JSON.stringify(logAnalyticsRow));

    assert.ok(entry);
    assert.deepEqual(
      [entry.at, entry.status, entry.tenantId, entry.source.id],
      ['2026-11-18T07:40:05.000Z', 'failure', 'tenant-1', 'u-1'],
    );
    assert.deepEqual([entry.error?.code, entry.error?.reason], ['InsufficientRights', 'The app refused the update.']);
    assert.equal(entry.steps[0]?.type, 'export');
    assert.equal(entry.targetSystem, 'Fabrikam Desk');
  });

  it('is read from the reply of provision on demand', () => {
    const [entry] = paste(JSON.stringify(onDemandReply));

    assert.ok(entry);
    assert.deepEqual(
      [entry.status, entry.action, entry.source.id, entry.targetSystem],
      ['skipped', 'other', 'u-1', 'customappsso'],
    );
    assert.deepEqual(
      entry.steps.map((step) => [step.type, step.status]),
      [
        ['scoping', 'success'],
        ['export', 'skipped'],
      ],
    );
    assert.equal(entry.error, undefined);
  });

  it('is read from such a reply for a group, which tells only the outcome', () => {
    const reply = {
      key: '{"result":"Failure","details":{"errorCode":"Unauthorized","errorMessage":"401 from the app"}}',
      value: '{}',
    };

    const [entry] = paste(JSON.stringify(reply));

    assert.ok(entry);
    assert.equal(entry.status, 'failure');
    assert.deepEqual([entry.error?.code, entry.error?.reason], ['Unauthorized', '401 from the app']);
  });

  it('is read from the older form, whose status holds the error', () => {
    const older = {
      id: 'entry-9',
      action: 'Create',
      activityDateTime: '2026-11-18T07:40:05Z',
      statusInfo: {
        '@odata.type': '#microsoft.graph.statusDetails',
        status: 'failure',
        errorCode: 'EntryConflict',
        reason: 'taken',
      },
      sourceIdentity: { id: 'u-1' },
    };

    const [entry] = paste(JSON.stringify([older]));

    assert.deepEqual(
      [entry?.action, entry?.status, entry?.error?.code, entry?.error?.reason],
      ['create', 'failure', 'EntryConflict', 'taken'],
    );
  });

  it('is read from the CSV that the portal gives, commas, quotes and line breaks in its cells included', () => {
    const csv = [
      'Date,Change ID,Action,Source ID,Source Identity Name,Target System,Status,Error Code,Reason,Service Principal Name',
      '2026-11-18T07:40:05Z,change-1,Create,u-1,"Ruiz, Carmen",Fabrikam,Failure,EntryConflict,"Message: ""taken"".',
      'Retry later.",Fabrikam Desk',
    ].join('\r\n');

    const [entry, ...others] = paste(csv);

    assert.equal(others.length, 0);
    assert.deepEqual(
      [entry?.at, entry?.changeId, entry?.action, entry?.status],
      ['2026-11-18T07:40:05.000Z', 'change-1', 'create', 'failure'],
    );
    assert.deepEqual(
      [entry?.source.id, entry?.source.name, entry?.app.name, entry?.targetSystem],
      ['u-1', 'Ruiz, Carmen', 'Fabrikam Desk', 'Fabrikam'],
    );
    assert.deepEqual(
      [entry?.error?.code, entry?.error?.reason],
      ['EntryConflict', 'Message: "taken".\r\nRetry later.'],
    );
  });

  it('is read from the columns of Graph, separated by semicolons or tabs', () => {
    for (const separator of [';', '\t']) {
      const rows = [
        ['id', 'activityDateTime', 'provisioningAction', 'sourceIdentity', 'provisioningStatusInfo'],
        ['entry-1', '2026-11-18T07:40:05Z', 'delete', '{""id"":""u-1""}', '{""status"":""success""}'],
      ];
      const csv = rows
        .map((row) => row.map((cell) => (cell.startsWith('{') ? `"${cell}"` : cell)).join(separator))
        .join('\n');

      const [entry] = paste(csv);

      assert.deepEqual(
        [entry?.id, entry?.action, entry?.status, entry?.source.id],
        ['entry-1', 'delete', 'success', 'u-1'],
      );
    }
  });

  for (const text of [
    '',
    'what does EntryConflict mean?',
    '{}',
    '[1,2]',
    '{"a":',
    'id,name\n1,2',
    '{"error":{"code":"x"}}',
    '[',
    '}{',
  ]) {
    it(`is not seen in ${JSON.stringify(text)}`, () => {
      assert.equal(parsePastedEntry(text), undefined);
    });
  }

  it('is looked for in any text without harm', () => {
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string(),
          fc.json(),
          fc.string({ unit: fc.constantFrom('{', '}', '[', ']', '"', ',', ';', '\n', 'id') }),
        ),
        (text) => void parsePastedEntry(text),
      ),
    );
  });

  it('is looked for in a hundred thousand brackets without harm', () => {
    assert.equal(parsePastedEntry('['.repeat(100_000)), undefined);
    assert.equal(parsePastedEntry(`${'['.repeat(5000)}${']'.repeat(5000)}`), undefined);
  });

  it('is the same entry however it is wrapped', () => {
    const plain = parse(skippedUser);
    fc.assert(
      fc.property(fc.array(fc.constantFrom('list', 'value', 'records', 'text'), { maxLength: 5 }), (wrappings) => {
        const wrapped = wrappings.reduce<unknown>((inner, how) => {
          if (how === 'list') return [inner];
          return how === 'text' ? JSON.stringify(inner) : { [how]: inner };
        }, skippedUser);
        const text = typeof wrapped === 'string' ? wrapped : JSON.stringify(wrapped);
        assert.deepEqual(paste(text)[0], plain);
      }),
    );
  });
});
