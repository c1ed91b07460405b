import assert from 'node:assert/strict';
import fc from 'fast-check';
import { entries, lookUp } from '../../src/diagnosis/catalogue/catalogue.ts';
import { pages } from '../../src/diagnosis/catalogue/sources.ts';
import { coreCauses, furtherCauses } from '../../src/diagnosis/causes.ts';
import { documentedCodes, documentedConditions } from './catalogue-documented.ts';

describe('the catalogue of codes', () => {
  it('knows each of the 118 documented codes and conditions by its name', () => {
    const conditions = documentedConditions.map(([, id]) => id);
    const names = [...documentedCodes, ...conditions];

    const missing = names.filter((name) => lookUp(name)?.code !== name);

    assert.equal(new Set(names).size, 118);
    assert.deepEqual(missing, []);
  });

  it('gives every name to one entry only', () => {
    const names = entries.flatMap((entry) => [entry.code, ...entry.aliases].map((name) => name.toLowerCase()));

    assert.deepEqual(
      names.filter((name, index) => names.indexOf(name) !== index),
      [],
    );
  });

  it('maps every code to a cause that says something, and never to "unrecognised"', () => {
    const causes = new Set<string>([...coreCauses, ...furtherCauses]);

    for (const entry of entries) {
      assert.ok(causes.has(entry.cause), entry.code);
      assert.notEqual(entry.cause, 'unrecognised', entry.code);
      assert.notEqual(entry.cause, 'provisioned', entry.code);
    }
  });

  it('reaches every further cause by at least one code', () => {
    const reached = new Set<string>(entries.map((entry) => entry.cause));

    assert.deepEqual(
      furtherCauses.filter((cause) => !reached.has(cause)),
      [],
    );
  });

  it('links every entry to a well-formed address of a known documentation page', () => {
    const known = new Set<string>(Object.values(pages));

    for (const entry of entries) {
      const url = new URL(entry.source);
      assert.equal(url.protocol, 'https:', entry.code);
      assert.equal(url.host, 'learn.microsoft.com', entry.code);
      assert.match(url.pathname, /^\/(?:entra\/identity|graph)(?:\/[a-z0-9-]+)+$/, entry.code);
      assert.equal(url.href, entry.source, entry.code);
      assert.ok(known.has(entry.source), entry.code);
    }
  });

  it('lists no documentation page twice', () => {
    const listed = Object.values(pages);

    assert.equal(new Set(listed).size, listed.length);
  });

  it('says who does each step, and when the entry was checked', () => {
    for (const entry of entries) {
      assert.ok(entry.owners.length >= 1, entry.code);
      assert.match(entry.checked, /^\d{4}-\d{2}-\d{2}$/, entry.code);
    }
  });

  it('does not explain with confidence what Microsoft only lists, or never wrote about', () => {
    assert.equal(lookUp('IngestionInterrupted')?.confidence, 'enum-only');
    assert.equal(lookUp('JoinNotFound')?.confidence, 'third-party');
    assert.equal(lookUp('RedundantSoftDelete')?.confidence, 'third-party');
    assert.equal(lookUp('EntryConflict')?.confidence, 'documented');
  });
});

describe('looking a code up', () => {
  const found: readonly (readonly [string, string])[] = [
    ['entryconflict', 'EntryConflict'],
    [' EntryConflict ', 'EntryConflict'],
    ['Conflict', 'EntryConflict'],
    ['BoxEntryConflict', 'EntryConflict'],
    ['ContosoEntryConflict', 'EntryConflict'],
    ['AWSEntryConflict', 'EntryConflict'],
    ['Workplace2EntryConflict', 'EntryConflict'],
    ['AtlassianCloudInsufficientRights', 'InsufficientRights'],
    ['SalesforceLicenseLimitExceeded', 'SalesforceLicenseLimitExceeded'],
    ['SalesforceSandboxLicenseLimitExceeded', 'LicenseLimitExceeded'],
    ['ZendeskRequiredFieldMissing', 'MandatoryFieldsMissing'],
    ['SlackInternalServerError', 'InternalServerError'],
    ['BoxInvalidCredentials', 'InvalidCredentials'],
    ['salesforceinvalidcredentials', 'SalesforceInvalidCredentials'],
    ['QuarantineOnDemand', 'QuarantinedOnDemand'],
    ['QuarantinedOnDemand', 'QuarantinedOnDemand'],
    ['TimeOut', 'Timeout'],
    ['QuotaLimitExceeded', 'AzureActiveDirectoryQuotaLimitExceeded'],
    ['Microsoft Entra ID QuotaLimitExceeded', 'AzureActiveDirectoryQuotaLimitExceeded'],
    ['Microsoft Entra IDForbidden', 'AzureActiveDirectoryForbidden'],
    [
      'Microsoft Entra ID CannotUpdateObjectsMasteredOnPremises',
      'AzureActiveDirectoryCannotUpdateObjectsMasteredOnPremises',
    ],
    ['SystemForCrossDomainIdentityManagementTooManyRequests', 'TooManyRequests'],
    ['AzureActiveDirectoryEntryConflict', 'EntryConflict'],
    ['acmehrentryconflict', 'EntryConflict'],
    ['BUGBARNLICENSELIMITEXCEEDED', 'LicenseLimitExceeded'],
  ];
  for (const [code, expected] of found) {
    it(`finds ${expected} for "${code}"`, () => {
      assert.equal(lookUp(code)?.code, expected);
    });
  }

  const unknown: readonly string[] = [
    '',
    'SomethingNobodyDocumented',
    'reentryconflict',
    'REENTRYCONFLICT',
    'preentryconflict',
    'sentryconflict',
    'REINSUFFICIENTRIGHTS',
    'overtimeout',
    'notlicenselimitexceeded',
    'azureactivedirectorylicenselimitexceeded',
    'systemforcrossdomainidentitymanagementinvaliddomain',
    'SchemaConflict',
    'VersionConflict',
    'LockTimeout',
    'SlackInternalError',
    'NotEntryConflict',
    'MailboxActive',
    'JobFailed',
    'AppPaused',
    'EntryConflictResolved',
    'Forbidden',
    'SystemForCrossDomainIdentityManagementBadResponse',
    'SystemForCrossDomainIdentityManagementBadRequest',
    'SystemForCrossDomainIdentityManagementClientInvalidDomain',
    'AzureActiveDirectoryUnauthorized',
    'AzureActiveDirectoryLicenseLimitExceeded',
    'HybridSynchronizationActiveDirectoryInsufficientRights',
    'HybridIdentityServiceUnauthorized',
    'Contoso EntryConflict',
    'constructor',
    '__proto__',
  ];
  for (const code of unknown) {
    it(`does not guess at "${code}"`, () => {
      assert.equal(lookUp(code), undefined);
    });
  }

  it('finds every code whatever its case', () => {
    for (const { code } of entries) {
      assert.equal(lookUp(code.toLowerCase())?.code, code);
      assert.equal(lookUp(code.toUpperCase())?.code, code);
    }
  });

  it('finds a suffix code behind any app name, and none behind a name that runs into it', () => {
    const appName = fc
      .stringMatching(/^(?:[A-Z][a-z]{2,8}){1,3}$/)
      .filter((name) => !/(?:Not|Non|Without)$/.test(name));
    const suffixed = fc.constantFrom(...entries.filter((entry) => entry.suffix).map((entry) => entry.code));
    const reserved = /^(?:Azure|Microsoft|Hybrid|System)/;

    fc.assert(
      fc.property(appName, suffixed, (name, code) => {
        fc.pre(!reserved.test(name));
        const entry = lookUp(name + code);
        assert.ok(entry !== undefined && (name + code).toLowerCase().endsWith(lookedFor(entry.code, code)));
        assert.equal(lookUp(name + code.charAt(0).toLowerCase() + code.slice(1)), undefined);
      }),
    );
  });

  it('answers any text without throwing', () => {
    fc.assert(fc.property(fc.string({ unit: 'binary' }), (text) => void lookUp(text)));
  });
});

/** A name made by chance may be an app that has an entry of its own: then that entry ends in the same words. */
function lookedFor(found: string, code: string): string {
  return found === code ? code.toLowerCase() : found.toLowerCase();
}
