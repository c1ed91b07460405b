import { dayMs, iso } from './moment.ts';
import { addressPart, givenNames, otherScripts, surnames } from './names.ts';
import { guidOf, type Random } from './random.ts';

/** A user as Microsoft Graph describes one. Never changed in place: a change makes a new one, so that the log keeps the old. */
export interface Person {
  readonly id: string;
  readonly displayName: string;
  readonly givenName: string | null;
  readonly surname: string | null;
  readonly userPrincipalName: string;
  readonly mail: string | null;
  readonly mailNickname: string;
  readonly otherMails: readonly string[];
  readonly proxyAddresses: readonly string[];
  readonly employeeId: string | null;
  readonly employeeType: string | null;
  readonly department: string | null;
  readonly jobTitle: string | null;
  readonly companyName: string | null;
  readonly officeLocation: string | null;
  readonly city: string | null;
  readonly country: string | null;
  readonly state: string | null;
  readonly streetAddress: string | null;
  readonly postalCode: string | null;
  readonly usageLocation: string | null;
  readonly preferredLanguage: string | null;
  readonly mobilePhone: string | null;
  readonly businessPhones: readonly string[];
  readonly accountEnabled: boolean;
  readonly userType: 'Member' | 'Guest';
  readonly onPremisesSyncEnabled: true | null;
  readonly onPremisesImmutableId: string | null;
  readonly onPremisesSamAccountName: string | null;
  readonly onPremisesExtensionAttributes: Readonly<Record<string, string | null>>;
  readonly createdDateTime: string;
  readonly deletedDateTime: string | null;
  /** Not a property of the user resource: what the navigation property `manager` leads to. */
  readonly managerId: string | null;
  /** Not readable through Graph: cross-tenant filters look at it (SMS sign-in). */
  readonly alternativeSecurityIds: string;
}

export const departments = [
  'Sales',
  'Engineering',
  'Finance',
  'Human Resources',
  'Marketing',
  'Support',
  'Legal',
  'Operations',
] as const;
const titles = ['Manager', 'Specialist', 'Associate', 'Director', 'Analyst', 'Coordinator'] as const;
const places = [
  {
    city: 'London',
    country: 'United Kingdom',
    usageLocation: 'GB',
    officeLocation: 'LON-2',
    preferredLanguage: 'en-GB',
  },
  { city: 'Berlin', country: 'Germany', usageLocation: 'DE', officeLocation: 'BER-1', preferredLanguage: 'de-DE' },
  { city: 'Paris', country: 'France', usageLocation: 'FR', officeLocation: 'PAR-1', preferredLanguage: 'fr-FR' },
  {
    city: 'Seattle',
    country: 'United States',
    usageLocation: 'US',
    officeLocation: 'SEA-4',
    preferredLanguage: 'en-US',
  },
] as const;

export const tenantDomain = 'contoso.com';

const noExtensions: Readonly<Record<string, string | null>> = Object.freeze(
  Object.fromEntries(Array.from({ length: 15 }, (_, index) => [`extensionAttribute${index + 1}`, null])),
);

/** extensionAttribute1 to 15, those given filled in. */
export function extensions(given: Readonly<Record<string, string>> = {}): Person['onPremisesExtensionAttributes'] {
  return Object.keys(given).length === 0 ? noExtensions : { ...noExtensions, ...given };
}

/** A person with all that is not given filled in plausibly from the name. `key` makes the object id. */
export function person(
  seed: number,
  now: number,
  key: string,
  given: Partial<Person> & Pick<Person, 'displayName'>,
): Person {
  const [first = '', ...rest] = given.displayName.split(' ');
  const last = rest.join(' ');
  const nickname = given.mailNickname ?? addressPart(first) + (last === '' ? '' : `.${addressPart(last)}`);
  const userPrincipalName = given.userPrincipalName ?? `${nickname}@${tenantDomain}`;
  const mail = given.mail === undefined ? userPrincipalName : given.mail;
  return {
    id: guidOf(seed, 'user', key),
    givenName: first,
    surname: last === '' ? null : last,
    userPrincipalName,
    mail,
    mailNickname: nickname,
    otherMails: [],
    proxyAddresses: mail === null ? [] : [`SMTP:${mail}`],
    employeeId: null,
    employeeType: 'Employee',
    department: null,
    jobTitle: null,
    companyName: 'Contoso',
    officeLocation: null,
    city: null,
    country: null,
    state: null,
    streetAddress: null,
    postalCode: null,
    usageLocation: 'GB',
    preferredLanguage: null,
    mobilePhone: null,
    businessPhones: [],
    accountEnabled: true,
    userType: 'Member',
    onPremisesSyncEnabled: null,
    onPremisesImmutableId: null,
    onPremisesSamAccountName: null,
    onPremisesExtensionAttributes: noExtensions,
    createdDateTime: iso(now - 400 * dayMs),
    deletedDateTime: null,
    managerId: null,
    alternativeSecurityIds: 'None',
    ...given,
  };
}

/** `count` people of the background: same first names, accents, apostrophes, other scripts, guests, disabled accounts. */
export function backgroundPeople(seed: number, now: number, random: Random, count: number): Person[] {
  const people: Person[] = [];
  const taken = new Set<string>();
  for (let index = 0; index < count; index++) {
    const other = index < otherScripts.length ? otherScripts[index] : undefined;
    const given = other?.given ?? random.pick(givenNames);
    const surname = other?.surname ?? random.pick(surnames);
    const base = other?.latin ?? `${addressPart(given)}.${addressPart(surname)}`;
    const unique = taken.has(base) ? `${base}${index}` : base;
    taken.add(unique);
    const place = random.pick(places);
    const department = random.pick(departments);
    const guest = index % 67 === 21;
    const disabled = index % 53 === 17;
    const onPremises = random.chance(0.6);
    const nickname = random.chance(0.15) ? `${addressPart(given).slice(0, 1)}${addressPart(surname)}${index}` : unique;
    const mail = guest ? `${unique}@fabrikam.com` : `${unique}@${tenantDomain}`;
    people.push(
      person(seed, now, `background-${index}`, {
        ...place,
        displayName: other !== undefined ? `${surname} ${given}` : `${given} ${surname}${guest ? ' (Fabrikam)' : ''}`,
        givenName: given,
        surname,
        userPrincipalName: guest ? `${unique}_fabrikam.com#EXT#@contoso.onmicrosoft.com` : mail,
        mail,
        mailNickname: guest ? `${unique}_fabrikam.com#EXT#` : nickname,
        employeeId: String(30_000 + index),
        department,
        jobTitle: `${department} ${random.pick(titles)}`,
        companyName: guest ? 'Fabrikam' : 'Contoso',
        accountEnabled: !disabled,
        userType: guest ? 'Guest' : 'Member',
        onPremisesSyncEnabled: onPremises && !guest ? true : null,
        onPremisesSamAccountName: onPremises && !guest ? unique.slice(0, 20) : null,
        onPremisesExtensionAttributes: random.chance(0.1) ? extensions({ extensionAttribute1: 'EU' }) : extensions(),
        createdDateTime: iso(now - random.int(40, 2000) * dayMs),
      }),
    );
  }
  return people;
}
