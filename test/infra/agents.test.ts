import assert from 'node:assert/strict';
import { existsSync } from 'node:fs';
import { Ajv } from 'ajv';
import addFormats from 'ajv-formats';
import { agentsFiles, fileText, type Lifecycles, readYaml } from '../support/infra.ts';

describe('the files of the Agents Toolkit', () => {
  const ajv = new Ajv({ strict: false, allErrors: true });
  addFormats.default(ajv);
  const validate = ajv.compile(JSON.parse(fileText('test/schemas/m365agents-1.13.schema.json')) as object);

  for (const { file } of agentsFiles) {
    it(`fit the published schema: ${file}`, () => {
      assert.ok(validate(readYaml(file)), JSON.stringify(validate.errors, null, 2));
    });

    it(`name only files that there are, or that an earlier step writes: ${file}`, () => {
      const steps = Object.values(readYaml(file) as Lifecycles).flatMap((lifecycle) =>
        Array.isArray(lifecycle) ? lifecycle : [],
      );
      const paths = [...JSON.stringify(steps).matchAll(/"(\.\/[^"$]+\.(?:json|bicep|yml))"/g)].map(([, path]) => path);

      for (const path of paths) assert.ok(existsSync(new URL(`../../${path}`, import.meta.url)), path);
    });
  }

  it('are held to the schema: a step that does not exist is refused', () => {
    assert.ok(!validate({ version: 'v1.13', provision: [{ uses: 'teamsApp/conjure', with: {} }] }));
  });

  it('run only commands that there are', () => {
    const { scripts } = JSON.parse(fileText('package.json')) as { readonly scripts: Record<string, string> };
    const named = agentsFiles.flatMap(({ file }) =>
      [...fileText(file).matchAll(/args: run (\S+)/g)].map((match) => match[1] ?? ''),
    );

    assert.ok(named.length > 0);
    for (const name of named) assert.ok(name in scripts, name);
  });
});
