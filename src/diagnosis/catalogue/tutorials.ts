import { tutorialSlugs } from './tutorial-slugs.ts';

/** The setup tutorial of an app; its page is https://learn.microsoft.com/entra/identity/saas-apps/{slug}. */
export interface Tutorial {
  /** The app as the table of contents names it. */
  readonly app: string;
  readonly slug: string;
}

/** Names that the gallery or the logs use, and that neither the table of contents nor the slug holds. */
const otherNames: Readonly<Record<string, string>> = {
  Dropbox: 'dropboxforbusiness-provisioning-tutorial',
  'G Suite': 'g-suite-provisioning-tutorial',
  'Google Workspace': 'g-suite-provisioning-tutorial',
  'SuccessFactors to Active Directory': 'sap-successfactors-inbound-provisioning-tutorial',
  'SuccessFactors to Microsoft Entra ID': 'sap-successfactors-inbound-provisioning-cloud-only-tutorial',
  'SuccessFactors Writeback': 'sap-successfactors-writeback-tutorial',
};

/** What tenants and the gallery add to an app's name without making it another app. */
const additions =
  'prod|production|live|test|testing|uat|dev|development|qa|stage|staging|sandbox|demo|poc|pilot|scim|sso|saml|oidc|' +
  'provisioning|user provisioning|automatic user provisioning|app|application|connector';
const trailing = new RegExp(`[\\s\\-–—_/|:,]+\\(?\\[?(?:${additions})\\)?\\]?$`, 'i');
const leading = /^[([]?(?:prod|production|test|uat|dev|qa|stage|staging|sandbox)[)\]]?[\s\-–—_/|:]+/i;
const formerName = /\s*\((?:re-?named|formerly|previously|successor|legacy|was|now)\b[^()]*\)/gi;

const bySlug = new Map(Object.entries(tutorialSlugs).map(([app, slug]) => [slug, { app, slug }]));
const byName = namesOfTutorials();

export function tutorialBySlug(slug: string): Tutorial | undefined {
  return bySlug.get(slug);
}

/**
 * The setup tutorial of an app, by the names it is known under, the most trusted first: the gallery's, the target
 * system's, the tenant's. Undefined rather than the tutorial of another app.
 */
export function findTutorial(names: readonly (string | undefined)[]): Tutorial | undefined {
  for (const name of names) {
    for (const variant of variants(name ?? '')) {
      const tutorial = byName.get(key(variant));
      if (tutorial !== undefined) return tutorial;
    }
  }
  return undefined;
}

function namesOfTutorials(): ReadonlyMap<string, Tutorial> {
  const tutorials = [...bySlug.values()];
  const certain = new Map(tutorials.map((tutorial) => [key(tutorial.app), tutorial]));
  for (const [name, slug] of Object.entries(otherNames)) {
    const tutorial = bySlug.get(slug);
    if (tutorial !== undefined) certain.set(key(name), tutorial);
  }
  const likely = new Map<string, Tutorial | undefined>();
  for (const tutorial of tutorials) {
    const names = [nameInSlug(tutorial.slug), renamedTo(tutorial.app), tutorial.app.replace(/\s*\([^()]*\)/, '')];
    const keys = new Set([...names, ...variants(tutorial.app)].map(key).filter((found) => found !== ''));
    for (const found of keys) {
      // A name that two tutorials would share points to neither.
      likely.set(found, likely.has(found) && likely.get(found) !== tutorial ? undefined : tutorial);
    }
  }
  for (const [name, tutorial] of likely) {
    if (tutorial !== undefined && !certain.has(name)) certain.set(name, tutorial);
  }
  return certain;
}

/** The name as it is, then with one addition after the other taken off. */
function variants(name: string): readonly string[] {
  const found = [name.trim().slice(0, 256)];
  let current = (found[0] ?? '').replace(formerName, '').trim();
  found.push(current);
  for (;;) {
    const shorter = current.replace(trailing, '').replace(leading, '').trim();
    if (shorter === current || key(shorter).length < 2) return found;
    found.push(shorter);
    current = shorter;
  }
}

function nameInSlug(slug: string): string {
  return slug.replace(/-(?:user)?(?:provision|provisioning)-(?:(?:saml|oidc)-)?tutorial$|-tutorial$/, '');
}

function renamedTo(app: string): string {
  // A shorter name ("QA") is too likely to be something else in a tenant.
  return /\(renamed\s+([^()]{4,})\)/i.exec(app)?.[1] ?? '';
}

/** Case, accents, spaces and punctuation do not tell apps apart; Entra goes by its former name in older ones. */
function key(name: string): string {
  return name
    .normalize('NFKD')
    .toLowerCase()
    .replace(/azure (?:active directory|ad)|microsoft entra(?: id)?/g, 'entra')
    .replace(/&/g, 'and')
    .replace(/[^\p{L}\p{N}]/gu, '');
}
