import assert from 'node:assert/strict';
import fc from 'fast-check';
import {
  ConfigError,
  type Environment,
  isLoopback,
  loadConfig,
  settings,
  settingsTable,
  summarise,
} from '../src/config.ts';

const botId = '11111111-2222-3333-4444-555555555555';
const tenantId = '99999999-8888-7777-6666-555555555555';
const trying = { ALLOW_UNAUTHENTICATED: 'true' };
const singleTenant = {
  BOT_ID: botId,
  BOT_TYPE: 'SingleTenant',
  BOT_TENANT_ID: tenantId,
  BOT_PASSWORD: 'hunter2-secret',
};

function faultsOf(env: Environment): ConfigError {
  try {
    loadConfig(env);
  } catch (error) {
    assert.ok(error instanceof ConfigError);
    return error;
  }
  return assert.fail('the settings were accepted');
}

function namesOf(env: Environment): readonly string[] {
  return faultsOf(env).faults.map((fault) => fault.setting);
}

describe('the settings', () => {
  it('have defaults for everything but who may ask', () => {
    const config = loadConfig(trying);

    assert.equal(config.port, 3978);
    assert.equal(config.host, '127.0.0.1');
    assert.equal(config.graphEndpoint, 'https://graph.microsoft.com');
    assert.equal(config.botTokenIssuer, 'https://api.botframework.com');
    assert.equal(config.logLevel, 'info');
    assert.equal(config.botId, undefined);
    assert.equal(config.graphToken, undefined);
  });

  it('are frozen', () => {
    assert.ok(Object.isFrozen(loadConfig(trying)));
  });

  it('take an empty text, and one of blanks, for not set', () => {
    const config = loadConfig({ ...trying, PORT: '', LOG_LEVEL: '  ', GRAPH_TOKEN: '' });

    assert.equal(config.port, 3978);
    assert.equal(config.logLevel, 'info');
    assert.equal(config.graphToken, undefined);
  });

  it('listen everywhere once requests are authenticated, and only here before', () => {
    assert.equal(loadConfig(singleTenant).host, '0.0.0.0');
    assert.equal(loadConfig(trying).host, '127.0.0.1');
  });

  it('name every fault at once, each with its mend', () => {
    const error = faultsOf({
      PORT: '70000',
      LOG_LEVEL: 'loud',
      BOT_ID: 'skipper',
      BOT_TYPE: 'MultiTenant',
      GRAPH_ENDPOINT: 'graph.microsoft.com',
      TURN_TIMEOUT_SECONDS: '0',
    });

    const names = error.faults.map((fault) => fault.setting);
    assert.deepEqual(names, [
      'PORT',
      'BOT_ID',
      'BOT_TYPE',
      'GRAPH_ENDPOINT',
      'TURN_TIMEOUT_SECONDS',
      'LOG_LEVEL',
      'BOT_TENANT_ID',
    ]);
    for (const fault of error.faults) {
      assert.match(fault.mend, /^(Set|Remove) /);
      assert.ok(error.message.includes(`${fault.setting}: ${fault.problem} ${fault.mend}`));
    }
  });

  it('refuse to start when nobody could be trusted', () => {
    const error = faultsOf({});

    assert.deepEqual(namesOf({}), ['BOT_ID']);
    assert.match(error.message, /ALLOW_UNAUTHENTICATED=true/);
  });

  it('need a password for SingleTenant, and refuse one for a managed identity', () => {
    assert.deepEqual(namesOf({ ...singleTenant, BOT_PASSWORD: '' }), ['BOT_PASSWORD']);
    assert.deepEqual(namesOf({ ...singleTenant, BOT_TYPE: 'UserAssignedMsi' }), ['BOT_PASSWORD']);
    assert.equal(
      loadConfig({ ...singleTenant, BOT_TYPE: 'UserAssignedMsi', BOT_PASSWORD: undefined }).botType,
      'UserAssignedMsi',
    );
  });

  it('refuse a part of an identity', () => {
    assert.deepEqual(namesOf({ BOT_ID: botId }), ['BOT_TYPE', 'BOT_TENANT_ID']);
    assert.deepEqual(namesOf({ ...trying, BOT_PASSWORD: 'x', BOT_TYPE: 'SingleTenant' }), ['BOT_TYPE', 'BOT_PASSWORD']);
  });

  it('refuse unauthenticated requests in production, beside BOT_ID, and from other machines', () => {
    assert.deepEqual(namesOf({ ...trying, NODE_ENV: 'production' }), ['ALLOW_UNAUTHENTICATED']);
    assert.deepEqual(namesOf({ ...trying, ...singleTenant }), ['ALLOW_UNAUTHENTICATED']);
    assert.deepEqual(namesOf({ ...trying, HOST: '0.0.0.0' }), ['HOST']);
    assert.equal(loadConfig({ ...trying, HOST: '::1' }).host, '::1');
  });

  it('refuse a Graph that is reached without encryption, except on this machine', () => {
    assert.deepEqual(namesOf({ ...trying, GRAPH_ENDPOINT: 'http://graph.contoso.com' }), ['GRAPH_ENDPOINT']);
    assert.deepEqual(namesOf({ ...trying, GRAPH_ENDPOINT: 'http://127.0.0.1.contoso.com' }), ['GRAPH_ENDPOINT']);
    assert.equal(
      loadConfig({ ...trying, GRAPH_ENDPOINT: 'http://127.0.0.1:4000/' }).graphEndpoint,
      'http://127.0.0.1:4000',
    );
    assert.equal(loadConfig({ ...trying, GRAPH_ENDPOINT: 'http://[::1]:4000' }).graphEndpoint, 'http://[::1]:4000');
  });

  it('sign in to a database in one way: by the password of its URL, or without one by a token', () => {
    const database = { ...trying, DATABASE_URL: 'postgres://skipper@db.contoso.com/skipper' };

    assert.equal(loadConfig(database).databaseAuth, 'password');
    assert.equal(loadConfig({ ...database, DATABASE_AUTH: 'entra' }).databaseAuth, 'entra');
    assert.deepEqual(namesOf({ ...trying, DATABASE_AUTH: 'entra' }), ['DATABASE_AUTH']);
    const both = { ...database, DATABASE_URL: 'postgres://skipper:pw@db.contoso.com/skipper', DATABASE_AUTH: 'entra' };
    assert.deepEqual(namesOf(both), ['DATABASE_URL']);
  });

  it('never print a secret, neither in a fault nor in the summary', () => {
    const error = faultsOf({ ...trying, GRAPH_TOKEN: 'Bearer very-secret' });
    const summary = JSON.stringify(summarise(loadConfig({ ...singleTenant, GRAPH_TOKEN: 'very-secret' })));

    assert.deepEqual(
      error.faults.map((fault) => fault.setting),
      ['GRAPH_TOKEN'],
    );
    assert.ok(!error.message.includes('very-secret'));
    assert.ok(!summary.includes('very-secret'));
    assert.ok(!summary.includes('hunter2'));
    assert.match(summary, /"GRAPH_TOKEN":"\(set\)"/);
  });

  it('let the terminal run without a bot, and still check what it uses', () => {
    const config = loadConfig({ PORT: 'x', BOT_ID: 'x', GRAPH_ENDPOINT: 'https://graph.microsoft.us' }, 'terminal');

    assert.equal(config.graphEndpoint, 'https://graph.microsoft.us');
    assert.equal(config.botId, undefined);
    assert.throws(() => loadConfig({ GRAPH_ENDPOINT: 'x' }, 'terminal'), ConfigError);
  });

  it('give either a Config or a ConfigError, whatever is set', () => {
    const names = Object.values(settings).map((setting) => setting.name);
    const anything = fc.dictionary(fc.constantFrom(...names), fc.string({ unit: 'binary' }));

    fc.assert(
      fc.property(anything, (env) => {
        try {
          assert.ok(Object.isFrozen(loadConfig(env)));
        } catch (error) {
          assert.ok(error instanceof ConfigError);
          assert.ok(error.faults.length > 0);
        }
      }),
    );
  });
});

describe('the table of settings', () => {
  it('has a row for each, with what it is for', () => {
    const rows = settingsTable().split('\n').slice(2);

    assert.equal(rows.length, Object.keys(settings).length);
    for (const setting of Object.values(settings)) {
      assert.ok(rows.some((row) => row.startsWith(`| \`${setting.name}\` |`) && row.includes(setting.description)));
    }
  });

  it('marks secrets and unsafe switches', () => {
    const rows = settingsTable().split('\n');

    assert.match(rows.find((row) => row.includes('`BOT_PASSWORD`')) ?? '', /Secret\./);
    assert.match(rows.find((row) => row.startsWith('| `ALLOW_UNAUTHENTICATED` |')) ?? '', /Unsafe\./);
  });
});

describe('loopback', () => {
  it('is told from names that only look like it', () => {
    for (const host of ['127.0.0.1', '127.8.9.1', 'localhost', '::1', '[::1]']) assert.ok(isLoopback(host), host);
    for (const host of ['0.0.0.0', '::', '127.0.0.1.evil.example', 'localhost.evil.example', '10.0.0.1', ''])
      assert.ok(!isLoopback(host), host);
  });
});
