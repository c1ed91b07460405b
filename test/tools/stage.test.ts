import assert from 'node:assert/strict';
import { type ChildProcess, execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdtempSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { fileText } from '../support/infra.ts';

const root = fileURLToPath(new URL('../../', import.meta.url));
const guid = '11111111-2222-3333-4444-555555555555';

describe('what is deployed', function () {
  this.timeout(60_000);
  let folder: string;
  let bot: ChildProcess | undefined;

  before(() => {
    folder = mkdtempSync(join(tmpdir(), 'skipper-stage-'));
    execFileSync(process.execPath, ['tools/stage.ts', '--out', join(folder, 'deploy')], { cwd: root });
  });

  after(() => {
    bot?.kill('SIGKILL');
    rmSync(folder, { recursive: true, force: true });
  });

  it('leaves tests, tools and the demo behind', () => {
    for (const path of ['test', 'tools', 'env', 'infra', 'src/demo'])
      assert.ok(!existsSync(join(folder, 'deploy', path)), path);
    for (const path of ['package.json', 'package-lock.json', 'LICENSE', 'src/index.ts'])
      assert.ok(existsSync(join(folder, 'deploy', path)), path);
  });

  it('starts by the command of App Service, passes its health check, answers nobody unknown, and stops in order', async () => {
    symlinkSync(join(root, 'node_modules'), join(folder, 'deploy/node_modules'));
    const [, command = '', file = ''] = /appCommandLine: '(\S+) (\S+)'/.exec(fileText('infra/azure.bicep')) ?? [];
    assert.equal(command, 'node');
    bot = spawn(process.execPath, [file], {
      cwd: join(folder, 'deploy'),
      stdio: ['ignore', 'pipe', 'inherit'],
      env: {
        NODE_ENV: 'production',
        HOST: '127.0.0.1',
        PORT: '0',
        BOT_ID: guid,
        BOT_TYPE: 'UserAssignedMsi',
        BOT_TENANT_ID: guid,
        HELPDESK_GROUP_ID: guid,
        ADMIN_GROUP_ID: guid,
        AZURE_CLIENT_ID: guid,
        AZURE_TOKEN_CREDENTIALS: 'ManagedIdentityCredential',
        DATA_DIR: join(folder, 'data'),
      },
    });
    const url = await listening(bot);

    const [, health = ''] = /healthCheckPath: '([^']+)'/.exec(fileText('infra/azure.bicep')) ?? [];
    const alive = await fetch(`${url}${health}`);
    const response = await fetch(`${url}/api/messages`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: fileText('test/fixtures/activities/asked-personal.json'),
    });
    bot.kill('SIGTERM');
    const [code] = await once(bot, 'exit');

    assert.match(health, /^\/\w+$/);
    assert.equal(alive.status, 200);
    assert.equal(response.status, 401);
    assert.equal(code, 0);
  });
});

/** The address that the log names once the bot listens. */
async function listening(bot: ChildProcess): Promise<string> {
  if (!bot.stdout) return assert.fail('its output is not read');
  for await (const line of createInterface({ input: bot.stdout })) {
    const { url } = JSON.parse(line) as { readonly url?: string };
    if (url !== undefined) return url;
  }
  return assert.fail('it ended before it listened');
}
