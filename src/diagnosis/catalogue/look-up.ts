import { entries } from './entries.ts';
import type { CatalogueEntry } from './entry.ts';

const byName = new Map<string, CatalogueEntry>(
  entries.flatMap((entry) => [entry.code, ...entry.aliases].map((name) => [normalised(name), entry] as const)),
);

/** Names that an app's name may precede, the longest first. */
const suffixes = entries
  .filter((entry) => entry.suffix)
  .flatMap((entry) => [entry.code, ...entry.aliases].map((name) => ({ name, entry })))
  // "BoxConflict" is documented nowhere, and "SchemaConflict" would be something else: one word alone says too little.
  .filter(({ name }) => name !== 'Conflict')
  .toSorted((one, other) => other.name.length - one.name.length);

/** Prefixes that name no app but a directory or an agent: only these codes mean the same behind them. */
const directoryPrefixes =
  /^(?:AzureActiveDirectory|AzureDirectory|MicrosoftEntraID|HybridSynchronization|HybridIdentity)/;
const safeBehindDirectory = new Set([
  'EntryConflict',
  'DuplicateTargetEntries',
  'DuplicateSourceEntries',
  'TooManyRequests',
]);

/** SCIM is spoken by the app itself: these codes mean the same behind its prefix. */
const scimPrefix = 'SystemForCrossDomainIdentityManagement';

/** Words that turn the meaning of what follows. */
const turning = /(?:^|[a-z\d])(?:Not|No|Non|Without|Un)$/;

/**
 * The catalogue's entry for a code: exact whatever the case, by alias, or behind an app's name
 * (`BoxEntryConflict`). Undefined for a code that is documented nowhere: it is shown as it is, and not guessed at.
 */
export function lookUp(code: string): CatalogueEntry | undefined {
  const text = code.trim();
  const named = byName.get(normalised(text));
  if (named !== undefined) return named;
  return bySuffix(withoutProductName(text));
}

function bySuffix(code: string): CatalogueEntry | undefined {
  if (!/^[A-Za-z\d]+$/.test(code)) return undefined;
  for (const { name, entry } of suffixes) {
    if (!code.endsWith(name)) continue;
    const prefix = code.slice(0, -name.length);
    return mayPrecede(prefix, name) ? entry : undefined;
  }
  return undefined;
}

function mayPrecede(prefix: string, name: string): boolean {
  if (!/^[A-Z\d]/.test(prefix) || turning.test(prefix)) return false;
  if (prefix.startsWith(scimPrefix)) return prefix === scimPrefix;
  if (directoryPrefixes.test(prefix)) return safeBehindDirectory.has(name);
  return true;
}

/** Some pages print "Microsoft Entra ID Forbidden" for AzureActiveDirectoryForbidden. */
function withoutProductName(text: string): string {
  return text.replace(/^(?:Microsoft\s+Entra\s+ID|Azure\s+Active\s+Directory|Azure\s+AD)\s*/i, 'AzureActiveDirectory');
}

function normalised(name: string): string {
  return withoutProductName(name).replace(/\s+/g, ' ').trim().toLowerCase();
}
