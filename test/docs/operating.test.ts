import assert from 'node:assert/strict';
import { existsSync } from 'node:fs';
import { filesIn, fileText, readInfra } from '../support/infra.ts';

const root = new URL('../../', import.meta.url);
const operating = fileText('docs/operating.md');

describe('the page for operators', () => {
  it('gives a reason for every permission that is granted, and for no other', async () => {
    const granted = (await readInfra()).get('infra/graphPermissions.bicep')?.lists.get('permissions') ?? [];

    assert.deepEqual(firstCells('What it may read').toSorted(), [...granted].toSorted());
  });

  it('says of every table what it holds', () => {
    const told = rows('What is stored, and for how long').flatMap(([cell = '']) => codesIn(cell));
    const sql = filesIn('src/store/migrations', '.sql').map(fileText).join('\n');
    const made = [...sql.matchAll(/create table (?:if not exists )?skipper\.(\w+)/gi)].map(([, name = '']) => name);

    assert.ok(made.length > 5);
    assert.deepEqual(told.toSorted(), made.toSorted());
  });

  it('names for every threat a test that there is', () => {
    const threats = rows('What could go wrong, and what stops it');

    assert.ok(threats.length > 10);
    for (const [threat, , proof = ''] of threats) {
      const files = codesIn(proof);
      assert.ok(files.length > 0, threat);
      for (const file of files) assert.ok(/\.test\.ts$/.test(file) && existsSync(new URL(file, root)), file);
    }
  });

  it('quotes the log as Skipper writes it', () => {
    const sources = filesIn('src', '.ts').map(fileText).join('\n');
    const quoted = rows('When something is wrong')
      .flatMap(([, look = '']) => codesIn(look))
      .filter((text) => text.includes(' '));

    assert.ok(quoted.length > 3);
    for (const text of quoted) assert.ok(sources.includes(text), text);
  });

  it('has the addresses of the US Government cloud as botbuilder has them', async () => {
    const { GovernmentConstants } = await import('botframework-connector');
    const cells = new Map(rows('National clouds').map(([name = '', value]) => [codesIn(name)[0], value]));

    assert.equal(cells.get('BOT_OPENID_METADATA_URL'), GovernmentConstants.ToBotFromChannelOpenIdMetadataUrl);
    assert.equal(cells.get('BOT_TOKEN_ISSUER'), GovernmentConstants.ToBotFromChannelTokenIssuer);
    assert.equal(cells.get('BOT_LOGIN_URL'), GovernmentConstants.ToChannelFromBotLoginUrl);
    assert.equal(cells.get('BOT_OAUTH_SCOPE'), GovernmentConstants.ToChannelFromBotOAuthScope);
  });

  function firstCells(section: string): readonly string[] {
    return rows(section).flatMap(([cell = '']) => codesIn(cell).slice(0, 1));
  }
});

/** The rows of the first table of a section, without its head. */
function rows(section: string): readonly (readonly string[])[] {
  const text = operating.split(`## ${section}\n`)[1]?.split('\n## ')[0] ?? assert.fail(`no section ${section}`);
  const lines = text.split('\n').filter((line) => line.startsWith('|'));
  return lines.slice(2).map((line) =>
    line
      .split('|')
      .slice(1, -1)
      .map((cell) => cell.trim()),
  );
}

function codesIn(cell: string): readonly string[] {
  return [...cell.matchAll(/`([^`]+)`/g)].map((match) => match[1] ?? '');
}
