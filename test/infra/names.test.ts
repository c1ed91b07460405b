import assert from 'node:assert/strict';
import { parseEnv } from 'node:util';
import { settings } from '../../src/config.ts';
import { placeholdersIn } from '../../tools/placeholders.ts';
import type { Bicep } from '../support/bicep.ts';
import { agentsFiles, filesIn, fileText, type Lifecycles, readInfra, readYaml, type Step } from '../support/infra.ts';

const manifest = 'appPackage/manifest.json';
const deploying = 'docs/deploying.md';

/** Read by others than Skipper itself. */
const elsewhere: Readonly<Record<string, string>> = {
  AZURE_CLIENT_ID: '@azure/identity',
  AZURE_CLIENT_SECRET: '@azure/identity',
  AZURE_TENANT_ID: '@azure/identity',
  AZURE_TOKEN_CREDENTIALS: '@azure/identity',
  AZURE_AUTHORITY_HOST: '@azure/identity',
  WEBSITE_RUN_FROM_PACKAGE: 'App Service',
  SCM_DO_BUILD_DURING_DEPLOYMENT: 'App Service',
};

/** Settings without a default that Azure is right not to be given. */
const notOnAzure: Readonly<Record<string, string>> = {
  BOT_PASSWORD: 'a managed identity has none',
  GRAPH_TOKEN: 'it is for trying out, and the identity signs in',
};

/** Everything that has a name on the way from env/ to the running bot has to meet: nothing misspelt, nothing forgotten. */
describe('names in env/, the toolkit, Bicep, the manifest and the settings', () => {
  const known = Object.values(settings);
  let infra: ReadonlyMap<string, Bicep>;

  before(async () => {
    infra = await readInfra();
  });

  const azure = (): Bicep => infra.get('infra/azure.bicep') ?? assert.fail('there is no azure.bicep');
  const appSettings = (): readonly string[] =>
    ['identitySettings', 'storeSettings', 'insightsSettings'].flatMap((name) => {
      const names = azure().variables.get(name) ?? [];
      assert.ok(names.length > 0, `azure.bicep has no ${name}`);
      return names;
    });

  it('meet: what Azure sets for the bot is a setting of the bot, or of something that it stands on', () => {
    const strangers = appSettings().filter((name) => !known.some((one) => one.name === name) && !(name in elsewhere));

    assert.deepEqual(strangers, []);
  });

  it('meet: a setting without a default is given on Azure, or there is a reason not to', () => {
    const given = appSettings();
    const forgotten = known
      .filter(({ name, default: text }) => text === undefined && !given.includes(name) && !(name in notOnAzure))
      // Whatever may stay empty can be given as a further setting.
      .filter(({ requiredWhen, secret }) => requiredWhen !== undefined || secret);

    assert.deepEqual(
      forgotten.map(({ name }) => name),
      [],
    );
    for (const name of Object.keys(notOnAzure)) assert.ok(!given.includes(name), name);
  });

  it('meet: no switch that is only for trying out is set on Azure', () => {
    const unsafe = known.filter((one) => one.unsafe).map(({ name }) => name);

    assert.deepEqual(
      appSettings().filter((name) => unsafe.includes(name)),
      [],
    );
    assert.ok(unsafe.length > 0);
  });

  it('meet: every parameter of the parameter file is one of the template, and all that it needs are there', () => {
    const file = JSON.parse(fileText('infra/azure.parameters.json')) as { readonly parameters: object };
    const given = Object.keys(file.parameters);
    const { params } = azure();

    assert.deepEqual(
      given.filter((name) => !params.some((param) => param.name === name)),
      [],
    );
    assert.deepEqual(
      params.filter(({ name, required }) => required && !given.includes(name)),
      [],
    );
  });

  it('meet: every output of the template has its line in env/.env.dev', () => {
    const env = declared('env/.env.dev');

    assert.deepEqual(
      azure()
        .outputs.map(({ name }) => name)
        .filter((name) => !(name in env)),
      [],
    );
  });

  for (const { file, env } of agentsFiles) {
    it(`meet: every placeholder of ${file} has a value when its step runs`, () => {
      const values = declared(env);
      const written = new Set<string>();
      // Filled by a person, before the first step; the documentation says so.
      const filled = (name: string) => values[name] !== '' || fileText(deploying).includes(`\`${name}\``);
      for (const step of stepsOf(file)) {
        for (const name of placeholdersOf(step)) {
          const there = written.has(name) || (name in values && filled(name));
          assert.ok(there, `${step.uses} uses ${name}, which nobody sets before`);
        }
        for (const name of namesWritten(step, azure())) {
          assert.ok(name in values || name.startsWith('SECRET_'), `${env} has no line for ${name}`);
          written.add(name);
        }
      }
    });

    it(`meet: every line of ${env} is used`, () => {
      const used = stepsOf(file).flatMap((step) => [...placeholdersOf(step), ...namesWritten(step, azure())]);
      const idle = Object.keys(declared(env)).filter((name) => name !== 'TEAMSFX_ENV' && !used.includes(name));

      assert.deepEqual(idle, []);
    });

    it(`meet: what ${file} writes for the bot are its settings`, () => {
      const names = stepsOf(file)
        .filter((step) => step.uses === 'file/createOrUpdateEnvironmentFile')
        .flatMap((step) => Object.keys(step.with.envs ?? {}));
      const strangers = names.filter((name) => !known.some((one) => one.name === name) && !(name in elsewhere));

      assert.deepEqual(strangers, []);
    });
  }

  it('meet: the environments that package the app have every value of the manifest', () => {
    const wanted = placeholdersIn(fileText(manifest));

    for (const env of ['env/.env.dev', 'env/.env.local'])
      assert.deepEqual(
        wanted.filter((name) => !(name in declared(env))),
        [],
        env,
      );
  });

  it('meet: every variable of a workflow is explained where the deployment is', () => {
    const docs = fileText(deploying);
    const named = filesIn('.github/workflows', '.yml').flatMap((path) =>
      [...fileText(path).matchAll(/\b(?:vars|secrets)\.([A-Z0-9_]+)/g)].map((match) => match[1] ?? ''),
    );

    assert.ok(named.length > 0);
    assert.deepEqual(
      named.filter((name) => !docs.includes(`\`${name}\``)),
      [],
    );
  });

  it('meet: every variable that the documentation names is one', () => {
    const envNames = agentsFiles.flatMap(({ env }) => Object.keys(declared(env)));
    const workflows = filesIn('.github/workflows', '.yml').map(fileText).join('\n');
    const written = agentsFiles.flatMap(({ file }) => stepsOf(file)).flatMap((step) => namesWritten(step, azure()));
    const all = new Set([...known.map(({ name }) => name), ...Object.keys(elsewhere), ...envNames, ...written]);
    for (const path of filesIn('docs', '.md')) {
      const named = [...fileText(path).matchAll(/`([A-Z][A-Z0-9]*_[A-Z0-9_]+)(?:=[^`]*)?`/g)].map(
        (match) => match[1] ?? '',
      );
      const strangers = named.filter((name) => !all.has(name) && !workflows.includes(`.${name}`));
      assert.deepEqual(strangers, [], path);
    }
  });
});

function declared(env: string): Readonly<Record<string, string>> {
  return parseEnv(fileText(env)) as Record<string, string>;
}

/** The steps of a file in the order in which a person has them run. */
function stepsOf(file: string): readonly Step[] {
  const { provision = [], deploy = [], publish = [] } = readYaml(file) as Lifecycles;
  return [...provision, ...deploy, ...publish];
}

/** What a step takes from the environment: in its own text, and in the files that the toolkit fills for it. */
function placeholdersOf(step: Step): readonly string[] {
  const own = JSON.stringify(step);
  const files = [...own.matchAll(/"(?:\.\/)?((?:appPackage|infra)\/[\w.]+\.json)"/g)].map((match) => match[1] ?? '');
  return [...new Set([own, ...files.map(fileText)].flatMap(placeholdersIn))];
}

function namesWritten(step: Step, azure: Bicep): readonly string[] {
  const outputs = step.uses === 'arm/deploy' ? azure.outputs.map(({ name }) => name) : [];
  return [...Object.values(step.writeToEnvironmentFile ?? {}), ...outputs];
}
