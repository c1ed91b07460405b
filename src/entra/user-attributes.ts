import type { AttributeValue, Subject } from '../diagnosis/evidence.ts';
import { GraphError } from './errors.ts';
import { isRecord } from './outside.ts';
import { path, segment } from './query.ts';
import { parseSubject } from './subject.ts';
import type { Turn } from './turn.ts';

/** A directory extension as schemas and Graph name it: `extension_<application id without dashes>_<name>`. Source: extensionProperty. */
const extension = /^extension_[0-9a-f]{32}_\w{1,120}$/i;

export function isExtension(name: string): boolean {
  return extension.test(name);
}

/** So many fit into one address. */
const most = 25;

/**
 * Directory extensions of a user or group, which Graph gives only where they are named. It leaves out the empty ones,
 * so what does not come back is empty. Undefined where Graph does not know one of the names. Throws GraphError.
 */
export async function readExtensions(
  subject: Subject,
  names: readonly string[],
  turn: Turn,
): Promise<Readonly<Record<string, AttributeValue>> | undefined> {
  const asked = names.filter(isExtension).slice(0, most);
  if (asked.length === 0 || subject.type === 'worker' || subject.deletedAt !== undefined) return {};
  const isGroup = subject.type === 'group';
  try {
    const read = await turn.send({
      operation: isGroup ? 'groups' : 'users',
      path: path(`/${isGroup ? 'groups' : 'users'}/${segment(subject.id)}`, { $select: ['id', ...asked].join(',') }),
    });
    const held = isRecord(read) ? parseSubject({ ...read, id: subject.id }, isGroup ? 'group' : 'user') : undefined;
    if (!held) return undefined;
    return Object.fromEntries(asked.map((name) => [name, heldAs(held.attributes, name)]));
  } catch (error) {
    if (error instanceof GraphError && (error.code === 'badRequest' || error.code === 'notFound')) return undefined;
    throw error;
  }
}

function heldAs(attributes: Subject['attributes'], name: string): AttributeValue {
  const found = Object.entries(attributes).find(([key]) => key.toLowerCase() === name.toLowerCase());
  return found?.[1] ?? null;
}
