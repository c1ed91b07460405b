import assert from 'node:assert/strict';
import fc from 'fast-check';
import type { ObjectMapping } from '../../src/diagnosis/evidence.ts';
import { inputsOf } from '../../src/entra/expression.ts';
import { parseSchema, parseScope } from '../../src/entra/schema.ts';
import { startFakeGraph } from './support/fake-graph.ts';
import { harness, refused } from './support/harness.ts';

const scope = {
  groups: [
    {
      name: 'Sales only',
      clauses: [{ sourceOperandName: 'department', operatorName: 'EQUALS', targetOperand: { values: ['Sales'] } }],
    },
    {
      name: '',
      clauses: [{ sourceOperandName: 'employeeId', operatorName: 'IS NOT NULL', targetOperand: { values: [] } }],
    },
  ],
  inputFilterGroups: [],
  categoryFilterGroups: [],
};

const join = {
  type: 'Function',
  name: 'Join',
  expression: 'Join(" [no attribute] ", [givenName], [surname])',
  parameters: [
    { key: 'separator', value: { type: 'Constant', name: ' ', expression: '" [no attribute] "', parameters: [] } },
    { key: 'source1', value: { type: 'Attribute', name: 'givenName', expression: '[givenName]', parameters: [] } },
    { key: 'source2', value: { type: 'Function', expression: 'Trim([extensionAttribute1])', parameters: [] } },
  ],
};

function mappingOf(objectMapping: object, rest: object = {}): ObjectMapping {
  const rule = {
    sourceDirectoryName: 'Azure Active Directory',
    targetDirectoryName: 'Fabrikam',
    objectMappings: [{ sourceObjectName: 'User', targetObjectName: 'Account', ...objectMapping }],
  };
  const schema = parseSchema({ id: 's-1', version: 'v', synchronizationRules: [rule], ...rest });
  return schema.mappings[0] ?? assert.fail('no mapping');
}

describe('a synchronization schema', () => {
  it('gives what maps to what, how, and which one matches', () => {
    const mapping = mappingOf({
      name: 'Users',
      enabled: true,
      flowTypes: 'Add, Update',
      scope,
      attributeMappings: [
        {
          targetAttributeName: 'userName',
          source: { type: 'Attribute', name: 'userPrincipalName', expression: '[userPrincipalName]' },
          matchingPriority: 1,
          flowType: 'ObjectAddOnly',
        },
        {
          targetAttributeName: 'fullName',
          source: join,
          matchingPriority: 0,
          flowType: 'Always',
          defaultValue: 'Nobody',
        },
        { targetAttributeName: 'kind', source: { type: 'Constant', expression: '"[person]"' } },
        { source: {} },
      ],
    });

    assert.deepEqual(
      [
        mapping.name,
        mapping.enabled,
        mapping.sourceDirectory,
        mapping.targetDirectory,
        mapping.sourceObject,
        mapping.targetObject,
      ],
      ['Users', true, 'Azure Active Directory', 'Fabrikam', 'User', 'Account'],
    );
    assert.deepEqual(mapping.flows, { add: true, update: true, delete: false });
    assert.deepEqual(
      mapping.attributes.map((one) => [
        one.target,
        one.source.type,
        one.source.inputs,
        one.matchingPriority,
        one.flowType,
        one.defaultValue,
      ]),
      [
        ['userName', 'Attribute', ['userPrincipalName'], 1, 'ObjectAddOnly', undefined],
        ['fullName', 'Function', ['givenName', 'surname', 'extensionAttribute1'], 0, 'Always', 'Nobody'],
        ['kind', 'Constant', [], 0, 'Always', undefined],
      ],
    );
  });

  it('gives the scoping filter as groups of clauses, also when it is JSON in a text', () => {
    const expected = [
      { name: 'Sales only', clauses: [{ attribute: 'department', operator: 'EQUALS', values: ['Sales'] }] },
      { name: '', clauses: [{ attribute: 'employeeId', operator: 'IS NOT NULL', values: [] }] },
    ];

    assert.deepEqual(parseScope(scope), expected);
    assert.deepEqual(parseScope(JSON.stringify(scope)), expected);
  });

  for (const none of [
    null,
    undefined,
    '',
    '{}',
    { groups: [] },
    { groups: null },
    { groups: [{ name: 'x', clauses: [] }] },
  ]) {
    it(`has no filter when its scope is ${JSON.stringify(none)}`, () => {
      assert.deepEqual(parseScope(none), []);
    });
  }

  it('knows the types of source attributes and what the app requires', () => {
    const directories = [
      {
        name: 'Azure Active Directory',
        objects: [
          {
            name: 'User',
            attributes: [
              { name: 'department', type: 'String' },
              { name: 'otherMails', type: 'String', multivalued: true },
            ],
          },
        ],
      },
      {
        name: 'Fabrikam',
        objects: [
          {
            name: 'Account',
            attributes: [
              { name: 'userName', type: 'String', required: true },
              { name: 'nick', required: false },
            ],
          },
          { name: 'Team', attributes: [{ name: 'x', required: true }] },
        ],
      },
    ];

    const mapping = mappingOf({}, { directories });

    assert.deepEqual(mapping.sourceAttributes, {
      department: { type: 'String', multivalued: false },
      otherMails: { type: 'String', multivalued: true },
    });
    assert.deepEqual(mapping.requiredTargets, ['userName']);
  });

  it('lets everything flow where a mapping does not say otherwise', () => {
    const mapping = mappingOf({});

    assert.deepEqual([mapping.enabled, mapping.flows], [true, { add: true, update: true, delete: true }]);
  });

  it('takes rules in order of their priority', () => {
    const rule = (priority: number, name: string) => ({
      priority,
      objectMappings: [{ name, sourceObjectName: 'User' }],
    });

    const schema = parseSchema({ synchronizationRules: [rule(2, 'second'), rule(1, 'first')] });

    assert.deepEqual(
      schema.mappings.map((one) => one.name),
      ['first', 'second'],
    );
  });

  it('survives any JSON, and any in any of its places', () => {
    fc.assert(fc.property(fc.json(), (json) => void parseSchema(JSON.parse(json))));
    fc.assert(fc.property(fc.json(), (json) => void parseScope(json)));
    const fields = ['scope', 'attributeMappings', 'flowTypes', 'enabled', 'name'];
    fc.assert(
      fc.property(fc.constantFrom(...fields), fc.jsonValue(), (field, value) =>
        assert.equal(mappingOf({ [field]: value }).sourceObject, 'User'),
      ),
    );
    fc.assert(
      fc.property(fc.jsonValue(), (source) =>
        assert.equal(mappingOf({ attributeMappings: [{ targetAttributeName: 'a', source }] }).attributes.length, 1),
      ),
    );
  });

  it('survives parameters that nest without end', () => {
    let source: object = { type: 'Attribute', name: 'deep' };
    for (let depth = 0; depth < 1000; depth += 1)
      source = { type: 'Function', parameters: [{ key: 'x', value: source }] };

    assert.equal(mappingOf({ attributeMappings: [{ targetAttributeName: 'a', source }] }).attributes.length, 1);
  });
});

describe('the attributes that an expression reads', () => {
  const cases: readonly (readonly [string, readonly string[]])[] = [
    ['[department]', ['department']],
    ['Switch([department], "none", "[Sales]", "s")', ['department']],
    ['IIF(IsNullOrEmpty([mail]), [userPrincipalName], [mail])', ['mail', 'userPrincipalName']],
    ['Replace([name], , "([a-z]+)", "say \\"[x]\\"", "", , )', ['name']],
    [
      '[urn:ietf:params:scim:schemas:extension:enterprise:2.0:User:department]',
      ['urn:ietf:params:scim:schemas:extension:enterprise:2.0:User:department'],
    ],
    ['"constant"', []],
    ['', []],
    ['[unclosed', []],
  ];
  for (const [expression, inputs] of cases) {
    it(`of ${expression || 'nothing'} are ${inputs.join(' and ') || 'none'}`, () => {
      assert.deepEqual(inputsOf(expression), inputs);
    });
  }

  it('are found in any text without harm', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: fc.constantFrom('[', ']', '"', '\\', 'a', '(', ',') }),
        (text) => void inputsOf(text),
      ),
    );
  });
});

describe('reading a schema', () => {
  const path = '/servicePrincipals/sp-1/synchronization/jobs/scim.t/j 1/schema';

  it('asks once and remembers, and asks again once it is old', async () => {
    const graph = await startFakeGraph();
    const schema = { body: { id: 's-1', synchronizationRules: [] } };
    graph.when(path, schema, schema);
    const { open, clock } = harness(graph);

    await open().schema('sp-1', 'scim.t/j 1');
    const warm = open();
    const again = await warm.schema('sp-1', 'scim.t/j 1');
    clock.now = new Date(clock.now.getTime() + 11 * 60 * 1000);
    await open().schema('sp-1', 'scim.t/j 1');

    assert.deepEqual(again, {
      known: true,
      value: { id: 's-1', version: undefined, mappings: [] },
      at: '2026-11-20T10:00:00.000Z',
    });
    assert.equal(warm.spent().graphRequests, 0);
    assert.equal(graph.requests.length, 2);
    assert.match(graph.requests[0]?.url ?? '', /scim\.t%2Fj%201/);
    await graph.close();
    graph.verify();
  });

  it('asks again for who wants it fresh', async () => {
    const graph = await startFakeGraph();
    const schema = { body: { id: 's-1', synchronizationRules: [] } };
    graph.when(path, schema, schema);
    const { open } = harness(graph);

    await open().schema('sp-1', 'scim.t/j 1');
    await open(undefined, true).schema('sp-1', 'scim.t/j 1');

    assert.equal(graph.requests.length, 2);
    await graph.close();
    graph.verify();
  });

  it('does not remember a refusal', async () => {
    const graph = await startFakeGraph();
    graph.when(path, refused(403, 'Authorization_RequestDenied'), { body: { id: 's-1' } });
    const { open } = harness(graph);

    assert.deepEqual(await open().schema('sp-1', 'scim.t/j 1'), { known: false, why: 'forbidden' });
    assert.equal((await open().schema('sp-1', 'scim.t/j 1')).known, true);
    await graph.close();
    graph.verify();
  });
});
