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
const flatDirectories = new RegExp(`${directoryPrefixes.source}|^systemforcrossdomain`, 'i');
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
  if (code === code.toLowerCase() || code === code.toUpperCase()) return byFlatSuffix(code.toLowerCase());
  for (const { name, entry } of suffixes) {
    if (!code.endsWith(name)) continue;
    const prefix = code.slice(0, -name.length);
    return mayPrecede(prefix, name) ? entry : undefined;
  }
  return undefined;
}

/** Syllables that make another word of the code behind them rather than name an app. */
const syllables =
  /^(?:an?|the|re|pre|pro|un|in|non|not|no|sub|inter|post|anti|de|dis|mis|over|under|out|co|multi|auto|double|second|with|without|missing)+$/;
const shortestFlatPrefix = 3;
/** A code of one word may be the end of another word in flat letters ("overtimeout"): two words are telling. */
const twoWords = /^[A-Z][a-z]+(?:[A-Z][a-z]+)+$/;

/**
 * Letters of one case do not show where an app's name ends ("acmehrentryconflict"): a prefix that can be a name is one,
 * and a syllable that makes another word of it is none ("reentryconflict").
 */
function byFlatSuffix(code: string): CatalogueEntry | undefined {
  const found = suffixes.find(({ name }) => code.endsWith(name.toLowerCase()));
  if (!found || !twoWords.test(found.name)) return undefined;
  const prefix = code.slice(0, -found.name.length);
  if (prefix.length < shortestFlatPrefix || syllables.test(prefix) || flatDirectories.test(prefix)) return undefined;
  return /(?:not|non|without)$/.test(prefix) ? undefined : found.entry;
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
