import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { settingsTable } from '../src/config.ts';
import { appsOf, asked, directoryOf } from './support/reader.ts';

const readme = readFileSync(new URL('../README.md', import.meta.url), 'utf8');
const manifest = JSON.parse(readFileSync(new URL('../package.json', import.meta.url), 'utf8')) as {
  readonly scripts: Readonly<Record<string, string>>;
};

describe('README', () => {
  it('shows the table of settings as the code has it', () => {
    assert.ok(readme.includes(settingsTable()), `write this between the marks:\n${settingsTable()}`);
  });

  it('names only commands that there are', () => {
    const named = [...readme.matchAll(/npm run (?:-s )?([a-z]+)/g)].map((match) => match[1] ?? '');

    assert.deepEqual(
      named.filter((name) => !(name in manifest.scripts)),
      [],
    );
    assert.ok(named.length > 3);
  });

  it('gives questions that are understood', () => {
    const section = readme.split('## What to ask')[1]?.split('\n## ')[0] ?? '';
    const questions = [...section.matchAll(/`([^`]+)`/g)]
      .map((match) => match[1] ?? '')
      .filter((text) => !text.startsWith('--'));

    const apps = appsOf('Salesforce', 'Slack', 'Zoom', 'ServiceNow', 'Workday');
    const directory = directoryOf(['Alice Smith', 'Bob Jones', 'Carol Danvers'], ['Sales Team']);
    for (const question of questions) {
      const kind = asked(question, apps, directory)?.kind;
      assert.ok(kind !== undefined && kind !== 'about' && kind !== 'notMine', `${question}: ${kind}`);
    }
    assert.ok(questions.length > 4);
  });
});
