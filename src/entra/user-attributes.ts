import type { AttributeValue, Subject } from '../diagnosis/evidence.ts';
import { GraphError } from './errors.ts';
import { isRecord } from './outside.ts';
import { path, segment } from './query.ts';
import { parseSubject } from './subject.ts';
import type { Turn } from './turn.ts';

/** A directory extension as schemas and Graph name it: `extension_<application id without dashes>_<name>`. Source: extensionProperty. */
const extension = /^extension_[0-9a-f]{32}_\w{1,120}$/i;

/** Properties of a user that filters and mappings rarely read, so that they are not asked for with the rest. Source: user resource type, Graph v1.0. */
const rare = new Set([
  'ageGroup',
  'consentProvidedForMinor',
  'creationType',
  'employeeLeaveDateTime',
  'isResourceAccount',
  'lastPasswordChangeDateTime',
  'legalAgeGroupClassification',
  'onPremisesLastSyncDateTime',
  'passwordPolicies',
  'preferredDataLocation',
  'securityIdentifier',
  'showInAddressList',
]);

/** Whether Graph gives this attribute only where it is named. */
export function isReadByName(name: string): boolean {
  return extension.test(name) || rare.has(name);
}

/** So many fit into one address. */
const most = 25;

/**
 * Directory extensions of a user or group and rare properties, which Graph gives only where they are named. It leaves
 * out empty extensions, so what does not come back of them is empty. Undefined where Graph does not know one of the names. Throws GraphError.
 */
export async function readExtensions(
  subject: Subject,
  names: readonly string[],
  turn: Turn,
): Promise<Readonly<Record<string, AttributeValue>> | undefined> {
  const isGroup = subject.type === 'group';
  const asked = names.filter((name) => extension.test(name) || (!isGroup && rare.has(name))).slice(0, most);
  if (asked.length === 0 || subject.type === 'worker' || subject.deletedAt !== undefined) return {};
  try {
    const read = await turn.send({
      operation: isGroup ? 'groups' : 'users',
      path: path(`/${isGroup ? 'groups' : 'users'}/${segment(subject.id)}`, { $select: ['id', ...asked].join(',') }),
    });
    const held = isRecord(read) ? parseSubject({ ...read, id: subject.id }, isGroup ? 'group' : 'user') : undefined;
    if (!held) return undefined;
    const pairs = asked.map((name) => [name, heldAs(held.attributes, name)] as const);
    return Object.fromEntries(pairs.filter((one): one is readonly [string, AttributeValue] => one[1] !== undefined));
  } catch (error) {
    if (error instanceof GraphError && (error.code === 'badRequest' || error.code === 'notFound')) return undefined;
    throw error;
  }
}

/** Graph leaves an empty extension out; a property of its own that does not come back was not read. */
function heldAs(attributes: Subject['attributes'], name: string): AttributeValue | undefined {
  const found = Object.entries(attributes).find(([key]) => key.toLowerCase() === name.toLowerCase());
  return found ? found[1] : extension.test(name) ? null : undefined;
}
