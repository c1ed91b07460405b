import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { dirname } from 'node:path/posix';
import { filesIn, fileText, readInfra } from '../support/infra.ts';

const root = new URL('../../', import.meta.url);
const pages = ['README.md', 'CONTRIBUTING.md', 'SECURITY.md', 'tools/train/README.md', ...filesIn('docs', '.md')];
const { scripts } = JSON.parse(fileText('package.json')) as { readonly scripts: Readonly<Record<string, string>> };

/** Written by a command, and so not committed. */
const written = /^(deploy|appPackage\/build|test\/output|env\/\.env\.\w+\.user)\b/;

describe('the pages', () => {
  for (const page of pages) {
    const text = fileText(page);

    it(`run only commands that there are: ${page}`, () => {
      for (const [, name = ''] of text.matchAll(/npm run (?:-s )?([a-z][a-z:]*)/g)) assert.ok(name in scripts, name);
    });

    it(`give commands that a shell can read: ${page}`, () => {
      for (const [, block = ''] of text.matchAll(/```sh\n([\s\S]*?)```/g))
        execFileSync('bash', ['-n'], { input: block, stdio: ['pipe', 'inherit', 'inherit'] });
    });

    it(`name only files that there are: ${page}`, () => {
      const named = [...text.matchAll(/`((?:src|test|docs|infra|env|tools|appPackage|\.github)\/[\w./*-]*\w)\/?`/g)];
      const files = named.map((match) => match[1] ?? '').filter((path) => !path.includes('*') && !written.test(path));

      for (const path of files) assert.ok(existsSync(new URL(path, root)), path);
    });

    it(`link to pages and headings that there are: ${page}`, () => {
      for (const [, target = ''] of text.matchAll(/\]\((?!https?:)([^)\s]+)\)/g)) {
        const [path = '', heading] = target.split('#');
        const file = path === '' ? page : `${dirname(page) === '.' ? '' : `${dirname(page)}/`}${path}`;
        assert.ok(existsSync(new URL(file, root)), target);
        if (heading) assert.ok(headingsOf(fileText(file)).includes(heading), target);
      }
    });

    it(`give Bicep files parameters that they have: ${page}`, async () => {
      const infra = await readInfra();
      for (const [, file = '', given = ''] of text.matchAll(/--template-file (\S+) (?:\\\n\s*)?--parameters (.+)/g)) {
        const { params } = infra.get(file) ?? assert.fail(`there is no ${file}`);
        const names = given.split(/\s+/).map((one) => one.split('=')[0] ?? '');
        const needed = params.filter(({ required }) => required).map(({ name }) => name);
        assert.deepEqual(names.toSorted(), needed.toSorted(), file);
      }
    });
  }
});

/** Headings as GitHub links to them. */
function headingsOf(text: string): readonly string[] {
  return [...text.matchAll(/^#+ (.+)$/gm)].map((match) =>
    (match[1] ?? '')
      .toLowerCase()
      .replace(/[^\w\s-]/g, '')
      .trim()
      .replace(/\s+/g, '-'),
  );
}
