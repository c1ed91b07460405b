import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { sep } from 'node:path';
import { breaches, loopInDesign } from './support/boundaries.ts';

const root = new URL('../src/', import.meta.url);

function project(): Map<string, string> {
  const files = readdirSync(root, { recursive: true, encoding: 'utf8' }).filter((file) => file.endsWith('.ts'));
  return new Map(files.map((file) => [file.split(sep).join('/'), readFileSync(new URL(file, root), 'utf8')]));
}

describe('the boundaries of the design', () => {
  it('hold in every file', () => {
    const sources = project();

    assert.ok(sources.size > 100, 'the sources were found');
    assert.deepEqual(breaches(sources), []);
  });

  it('have no loop', () => {
    assert.equal(loopInDesign(), undefined);
    assert.deepEqual(loopInDesign({ a: ['b'], b: ['c'], c: ['a'] }), ['a', 'b', 'c', 'a']);
  });

  // Each of these, planted into a file, must be found.
  const planted: readonly (readonly [why: string, file: string, code: string, breach: RegExp])[] = [
    [
      'Graph outside entra',
      'answers/explain.ts',
      "import { Client } from '@microsoft/microsoft-graph-client';",
      /only entra/,
    ],
    [
      'a type of Graph outside entra',
      'diagnosis/gates.ts',
      "import type { User } from '@microsoft/microsoft-graph-types';",
      /only entra/,
    ],
    [
      'Azure outside entra',
      'teams/adapter.ts',
      "import {\n  DefaultAzureCredential,\n} from '@azure/identity';",
      /only entra/,
    ],
    ['Bot Framework outside teams', 'words/word.ts', "import type { Activity } from 'botbuilder';", /only teams/],
    ['restify outside teams', 'sandbox/server.ts', "import restify from 'restify';", /only teams/],
    ['teams-ai required', 'app.ts', "const { Application } = require('@microsoft/teams-ai');", /only teams/],
    ['SQL outside store', 'watch/look.ts', "import { sql } from 'drizzle-orm';", /only store/],
    ['a queue outside store', 'app.ts', "import { PgBoss } from 'pg-boss';", /only store/],
    [
      'the store in the terminal',
      'core.ts',
      "import { openStore } from './store/open-store.ts';",
      /may not call store/,
    ],
    ['a way back', 'diagnosis/gates.ts', "import { word } from '../words/word.ts';", /diagnosis may not call words/],
    [
      'a way back by a re-export',
      'questions/match.ts',
      "export { explain } from '../answers/explain.ts';",
      /questions may not call/,
    ],
    [
      'a way back, later',
      'words/word.ts',
      "const { explain } = await import('../answers/explain.ts');",
      /words may not call/,
    ],
    [
      'a type that is no contract',
      'entra/users.ts',
      "import type { Turn } from '../answers/turn.ts';",
      /may not speak of/,
    ],
    [
      'the sandbox in the bot',
      'app.ts',
      "import { createSandbox } from './sandbox/sandbox.ts';",
      /may not call sandbox/,
    ],
    [
      'the terminal in the bot',
      'teams/bot.ts',
      "import { print } from '../terminal/print.ts';",
      /may not call terminal/,
    ],
    ['the network in a pure part', 'questions/match.ts', "import { request } from 'node:https';", /questions is pure/],
    ['a package in a pure part', 'words/word.ts', "import { LRUCache } from 'lru-cache';", /words is pure/],
    ['the clock', 'diagnosis/now.ts', 'export const now = () => new Date();', /given the clock/],
    ['the clock, in numbers', 'answers/turn.ts', 'const begun = Date.now();', /given the clock/],
    ['the clock of luxon', 'diagnosis/now.ts', 'const now = DateTime.now();', /given the clock/],
    ['chance', 'entra/retry.ts', 'const wait = Math.random() * 100;', /given chance/],
    [
      'the network by its global',
      'words/word.ts',
      "const text = await fetch('https://example.com');",
      /given the network/,
    ],
    ['a timer in a pure part', 'diagnosis/now.ts', 'setTimeout(() => {}, 1);', /given a timer/],
    ['the environment', 'entra/client.ts', "const endpoint = process.env['GRAPH_ENDPOINT'];", /given the process/],
    ['the console', 'teams/bot.ts', "console.log('here');", /given the console/],
    [
      'a part that the design does not have',
      'helpers/misc.ts',
      "import { x } from '../words/word.ts';",
      /no part of the design/,
    ],
    ['a reach out of src', 'answers/explain.ts', "import { helper } from '../../test/support/bot.ts';", /out of src/],
  ];
  for (const [why, file, code, breach] of planted) {
    it(`are seen to be crossed: ${why}`, () => {
      const [found, ...more] = breaches(new Map([[file, `/** A file. */\n${code}\n`]]));

      assert.equal(more.length, 0);
      assert.match(found ?? '', breach);
    });
  }

  it('leave alone what stands in comments, and moments that are given', () => {
    const code = [
      "// import restify from 'restify';",
      '/* Date.now() */',
      "import type { Question } from '../questions/question.ts';",
      'const at = new Date(entry.at);',
    ].join('\n');

    assert.deepEqual(breaches(new Map([['diagnosis/x.ts', code]])), []);
  });
});
