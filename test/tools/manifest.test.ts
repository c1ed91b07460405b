import assert from 'node:assert/strict';
import { examples } from '../../src/questions/examples.ts';
import { commands } from '../../src/words/en/commands.ts';
import { commandsFor, limits } from '../../tools/commands.ts';
import { faultsOfManifest, withCommands } from '../../tools/manifest.ts';
import { fillJson, placeholdersIn, UnfilledError } from '../../tools/placeholders.ts';
import { fileText } from '../support/infra.ts';
import { appsOf, asked, directoryOf } from '../support/reader.ts';

const template = fileText('appPackage/manifest.json');
const guid = '11111111-2222-3333-4444-555555555555';
const values = {
  TEAMS_APP_ID: guid,
  BOT_ID: guid,
  APP_NAME_SUFFIX: '-local',
  DEVELOPER_NAME: 'Contoso',
  DEVELOPER_WEBSITE: 'https://contoso.com',
  DEVELOPER_PRIVACY_URL: 'https://contoso.com/privacy',
  DEVELOPER_TERMS_URL: 'https://contoso.com/terms',
};

describe('the manifest of the Teams app', () => {
  it('fits the schema that Microsoft publishes, once it is filled', () => {
    assert.deepEqual(faultsOfManifest(JSON.parse(fillJson(template, values))), []);
  });

  it('is refused by that schema where it is wrong', () => {
    const wrong = fillJson(template, { ...values, BOT_ID: 'skipper', APP_NAME_SUFFIX: ' '.repeat(40) });
    const faults = faultsOfManifest({ ...(JSON.parse(wrong) as object), packageName: 'com.contoso' }).join('\n');

    assert.match(faults, /botId/);
    assert.match(faults, /name\/short/);
    assert.match(faults, /additional properties/);
  });

  it('names the schema of its own version', () => {
    const { $schema, manifestVersion } = JSON.parse(template) as { $schema: string; manifestVersion: string };

    assert.ok($schema.includes(`/v${manifestVersion}/`));
  });

  it('has the version of the project, by which Teams sees that it is new', () => {
    const { version } = JSON.parse(fileText('package.json')) as { readonly version: string };

    assert.equal((JSON.parse(template) as { readonly version: string }).version, version);
  });

  it('suggests the commands of the one table of questions: `npm run manifest` writes them', () => {
    assert.deepEqual(JSON.parse(template), JSON.parse(withCommands(template)));
  });

  it('suggests within the limits of Teams', () => {
    const commands = commandsFor(examples);

    assert.ok(commands.length <= limits.commands, `${commands.length} kinds: choose which are suggested`);
    assert.equal(new Set(commands.map(({ title }) => title)).size, commands.length);
    for (const { title, description } of commands) {
      assert.ok(title.length <= limits.title, title);
      assert.ok(description.length > 0 && description.length <= limits.description, title);
    }
  });

  it('does not suggest small talk, nor orders that Skipper does not carry out', () => {
    const kind = (name: 'about' | 'notMine' | 'help') => ({ kind: name, examples: [name] });

    const titles = commandsFor([kind('about'), kind('notMine'), kind('help')]).map(({ title }) => title);

    assert.deepEqual(titles, ['help']);
  });

  it('suggests only what is understood as the kind that it stands for', () => {
    const apps = appsOf('Salesforce', 'Slack', 'Zoom', 'ServiceNow');
    const directory = directoryOf(['Alice Smith', 'Bob Jones', 'Carol Danvers']);
    const suggested = examples.filter(({ kind }) => kind in commands);

    for (const [index, { title }] of commandsFor(examples).entries())
      assert.equal(asked(title, apps, directory)?.kind, suggested[index]?.kind, title);
  });

  it('asks for no more than to talk: no files, no calls, no permissions, no domains', () => {
    const manifest = JSON.parse(template) as Readonly<Record<string, unknown>>;

    assert.deepEqual(manifest.validDomains, []);
    for (const key of ['permissions', 'devicePermissions', 'authorization', 'webApplicationInfo'])
      assert.ok(!(key in manifest), key);
  });
});

describe('placeholders', () => {
  it('are filled with text that stays text', () => {
    const filled = fillJson(`{ "a": "\${{ NAME }}", "b": "\${{NAME}}\${{EMPTY}}" }`, { NAME: 'a "b" \\ c', EMPTY: '' });

    assert.deepEqual(JSON.parse(filled), { a: 'a "b" \\ c', b: 'a "b" \\ c' });
  });

  it('without a value are all named at once', () => {
    assert.throws(
      () => fillJson(`{ "a": "\${{ONE}} \${{TWO}} \${{ONE}}" }`, {}),
      (error) => error instanceof UnfilledError && error.names.join() === 'ONE,TWO',
    );
  });

  it('are told from the expressions of a workflow', () => {
    assert.deepEqual(placeholdersIn(`\${{ vars.NAME }} \${{ github.sha }} \${{REAL_1}}`), ['REAL_1']);
  });
});
