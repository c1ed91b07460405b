import assert from 'node:assert/strict';
import { filesIn, fileText, readYaml } from '../support/infra.ts';

interface Workflow {
  readonly permissions: unknown;
  readonly jobs: Readonly<
    Record<string, { readonly 'timeout-minutes'?: number; readonly steps: readonly WorkflowStep[] }>
  >;
}

interface WorkflowStep {
  readonly uses?: string;
  readonly run?: string;
  readonly with?: Readonly<Record<string, unknown>>;
}

const workflows = filesIn('.github/workflows', '.yml').map((path) => [path, readYaml(path) as Workflow] as const);
const manifest = JSON.parse(fileText('package.json')) as {
  readonly scripts: Readonly<Record<string, string>>;
  readonly devDependencies: Readonly<Record<string, string>>;
};

describe('the workflows', () => {
  const steps = workflows.flatMap(([, { jobs }]) => Object.values(jobs).flatMap((job) => job.steps));

  it('start from no more than reading, and end in time', () => {
    assert.ok(workflows.length >= 2);
    for (const [path, { permissions, jobs }] of workflows) {
      assert.deepEqual(permissions, { contents: 'read' }, path);
      for (const job of Object.values(jobs)) assert.ok(job['timeout-minutes'], path);
    }
  });

  it('keep no token in the checkout', () => {
    const checkouts = steps.filter(({ uses }) => uses?.startsWith('actions/checkout@'));

    assert.ok(checkouts.length > 0);
    for (const checkout of checkouts) assert.equal(checkout.with?.['persist-credentials'], false);
  });

  it('put no text from outside into a command', () => {
    for (const { run = '' } of steps) assert.doesNotMatch(run, /\$\{\{/, 'give it by env instead');
  });

  it('run only commands and compile only files that there are', () => {
    const runs = steps.map(({ run = '' }) => run).join('\n');
    const bicep = [...runs.matchAll(/(infra\/\S+\.bicep)/g)].map((match) => match[1] ?? '');

    for (const [, name = ''] of runs.matchAll(/npm run (?:-s )?(\S+)/g)) assert.ok(name in manifest.scripts, name);
    assert.ok(bicep.length > 0);
    for (const path of bicep) assert.ok(filesIn('infra', '.bicep').includes(path), path);
  });

  it('compile every Bicep file that is deployed', () => {
    const runs = steps.map(({ run = '' }) => run).filter((run) => run.includes('az bicep build'));

    for (const path of ['infra/azure.bicep', 'infra/graphPermissions.bicep'])
      assert.ok(
        runs.some((run) => run.includes(path)),
        path,
      );
  });

  it('have the Node that the project has, as Azure has it', () => {
    const [major] = (manifest.devDependencies.node ?? '').split('.');
    const set = steps.filter(({ uses }) => uses?.startsWith('actions/setup-node@'));

    assert.ok(set.length > 0);
    for (const step of set) assert.equal(String(step.with?.['node-version']), major);
    assert.ok(fileText('infra/azure.bicep').includes(`'NODE|${major}-lts'`));
  });
});
