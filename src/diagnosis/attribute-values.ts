import type { AttributeValue, Subject } from './evidence.ts';
import { squash } from './text.ts';

/** Source attributes that Graph calls otherwise, by squashed name. Source: Entra's default schema against Graph's user resource. */
const graphNames = new Map([
  ['objectid', 'id'],
  ['dirsyncenabled', 'onpremisessyncenabled'],
  ['immutableid', 'onpremisesimmutableid'],
  ['telephonenumber', 'businessphones'],
  ['physicaldeliveryofficename', 'officelocation'],
  ['facsimiletelephonenumber', 'faxnumber'],
  ['mobile', 'mobilephone'],
  ['originaluserprincipalname', 'userprincipalname'],
]);

/** What the subject carries outside its attributes. */
const own = new Map<string, (subject: Subject) => AttributeValue | undefined>([
  ['id', (subject) => subject.id],
  ['displayname', (subject) => subject.name || undefined],
  ['userprincipalname', (subject) => subject.userPrincipalName],
  ['mail', (subject) => subject.mail],
  ['accountenabled', (subject) => subject.accountEnabled],
  ['securityenabled', (subject) => subject.securityEnabled],
]);

/**
 * What the directory holds today for an attribute of the synchronization schema. `undefined`: it was not read, which
 * is not the same as `null`, empty.
 */
export function valueToday(subject: Subject, name: string): AttributeValue | undefined {
  const wanted = squash(name);
  const value = find(subject, wanted);
  if (value !== undefined) return value;
  const other = graphNames.get(wanted);
  if (other === undefined) return undefined;
  return single(wanted, find(subject, other));
}

/** Graph lists at most one business phone; the sync attribute is a single value. */
function single(wanted: string, value: AttributeValue | undefined): AttributeValue | undefined {
  return wanted === 'telephonenumber' && Array.isArray(value) && value.length < 2 ? (value[0] ?? null) : value;
}

function find(subject: Subject, wanted: string): AttributeValue | undefined {
  for (const [key, value] of Object.entries(subject.attributes)) {
    const name = squash(key);
    if (name === wanted || name === `onpremisesextensionattributes${wanted}`) return value;
  }
  return own.get(wanted)?.(subject);
}

/** Empty as provisioning means it: null, no text, no values. */
export function isEmpty(value: AttributeValue | undefined): boolean | 'unknown' {
  if (value === undefined) return 'unknown';
  if (value === null || value === '') return true;
  return Array.isArray(value) && value.length === 0;
}

/** One value as the log writes it: "True", "5", "Sales". */
export function asText(value: AttributeValue): string {
  if (value === null) return '';
  if (typeof value === 'boolean') return value ? 'True' : 'False';
  return Array.isArray(value) ? value.join(', ') : String(value);
}
