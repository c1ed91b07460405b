import assert from 'node:assert/strict';
import { posix } from 'node:path';
import { type Operation, permissions } from '../../src/entra/permissions.ts';
import { type Bicep, bicepReader } from '../support/bicep.ts';
import { fileText, readInfra } from '../support/infra.ts';

/** The functions and decorators of Bicep that are used here. Source: Bicep functions, learn.microsoft.com. */
const builtIn = [
  ...['contains', 'filter', 'resourceGroup', 'tenant', 'union', 'uriComponent'],
  ...['description', 'maxLength', 'maxValue', 'minLength', 'minValue'],
];

/** Reads that are done where an admin granted more, and otherwise named as a gap. */
const onlyWhereGranted = {
  secrets: 'it could write',
  credentialTest: 'it could write',
  assignedApps: 'it reads all of the directory',
} satisfies Partial<Record<Operation, string>>;

describe('the Bicep files', () => {
  let infra: ReadonlyMap<string, Bicep>;

  before(async () => {
    infra = await readInfra();
  });

  it('parse', () => {
    assert.ok(infra.size >= 5);
    for (const [path, { faults }] of infra) assert.deepEqual(faults, [], path);
  });

  it('are read by a parser that sees what is broken', async () => {
    const read = await bicepReader();

    for (const broken of ['param name string =\n', "resource a 'B/c@2024-01-01' = {\n", 'output x = \n'])
      assert.notDeepEqual(read(broken).faults, [], broken);
    assert.deepEqual(read("extension x\nparam name string = 'a'\n").faults, []);
  });

  it('use only names that they declare, and functions that Bicep has', () => {
    for (const [path, { undeclared, functions }] of infra) {
      assert.deepEqual(undeclared, [], path);
      assert.deepEqual(missing(functions, builtIn), [], path);
    }
  });

  it('are read by a check that sees a misspelt name', async () => {
    const read = await bicepReader();
    const text = 'param one string\nvar two = [for x in [one]: { a: x, b: toLower(oen) }]\noutput three array = two\n';

    assert.deepEqual(read(text).undeclared, ['oen']);
    assert.deepEqual(read(text).functions, ['toLower']);
  });

  it('give every module what it needs, and nothing that it does not know', () => {
    for (const [path, { modules }] of infra) {
      for (const module of modules) {
        const target = infra.get(posix.join(posix.dirname(path), module.path));
        assert.ok(target, `${path}: there is no ${module.path}`);
        const known = target.params.map((param) => param.name);
        const needed = target.params.filter((param) => param.required).map((param) => param.name);
        assert.deepEqual(missing(module.params, known), [], `${module.path} does not know these`);
        assert.deepEqual(missing(needed, module.params), [], `${module.path} needs these`);
      }
    }
  });

  it('use outputs that the module has, and every output of a module', () => {
    for (const [path, { modules, outputsUsed }] of infra) {
      const wanted = outputsUsed.map(({ module, output }) => `${module}.${output}`);
      const given = modules.flatMap(({ name, path: target }) =>
        (infra.get(posix.join(posix.dirname(path), target))?.outputs ?? []).map((output) => `${name}.${output.name}`),
      );
      assert.deepEqual(missing(wanted, given), [], path);
      assert.deepEqual(missing(given, wanted), [], path);
    }
  });

  it('use each parameter', () => {
    for (const [path, { params, used }] of infra) {
      const idle = params.filter(({ name }) => used.filter((one) => one === name).length < 2);
      assert.deepEqual(idle, [], path);
    }
  });

  it('name released versions of the Azure interfaces, one for each provider', () => {
    const versions = new Map<string, Set<string>>();
    for (const { resources } of infra.values()) {
      for (const { type, version } of resources) {
        assert.match(version, /^(\d{4}-\d{2}-\d{2}|v1\.0)$/, type);
        const family = type.split('/').slice(0, 2).join('/');
        versions.set(family, (versions.get(family) ?? new Set()).add(version));
      }
    }
    for (const [family, found] of versions) assert.equal(found.size, 1, family);
  });

  it('hold no password: not in a parameter, not in an output', () => {
    for (const [path, { params, outputs }] of infra)
      for (const { name } of [...params, ...outputs]) assert.doesNotMatch(name, /password|secret|key$/i, path);
  });

  it('name no cloud by its address but where a national cloud can have its own', () => {
    for (const path of infra.keys()) {
      const code = fileText(path).replace(/\/\/.*$/gm, '');
      const hosts = [...code.matchAll(/[\w.-]+\.(azure|microsoft|windows|microsoftonline)\.(com|net|us|cn)/g)];
      assert.deepEqual(
        hosts.map(([host]) => host).filter((host) => host !== 'postgres.database.azure.com'),
        [],
        path,
      );
    }
  });

  it('grant what the reads need, each only to read', () => {
    const grants = infra.get('infra/graphPermissions.bicep')?.lists.get('permissions') ?? [];
    const operations = Object.entries(permissions).filter(([operation]) => !(operation in onlyWhereGranted));
    const needed = [...new Set(operations.map(([, permission]) => permission))].toSorted();

    assert.deepEqual(grants, needed);
    for (const grant of grants) assert.doesNotMatch(grant, /Write|Create|Manage|FullControl/);
    assert.ok(grants.length >= 5);
  });

  it('take the extension that bicepconfig.json pins', () => {
    const config = JSON.parse(fileText('infra/bicepconfig.json')) as { readonly extensions: Record<string, string> };
    const used = [...infra.values()].flatMap(({ extensions }) => extensions);

    assert.deepEqual(Object.keys(config.extensions), [...new Set(used)]);
    for (const address of Object.values(config.extensions)) assert.match(address, /:\d+\.\d+\.\d+$/);
  });
});

/** Those of `wanted` that are not among `given`. */
function missing(wanted: readonly string[], given: readonly string[]): readonly string[] {
  return [...new Set(wanted)].filter((one) => !given.includes(one));
}
