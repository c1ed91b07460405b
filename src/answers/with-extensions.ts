import { namesRead } from '../diagnosis/attribute-mapping.ts';
import { valueToday } from '../diagnosis/attribute-values.ts';
import type { Known, Subject, SyncSchema } from '../diagnosis/evidence.ts';
import { isReadByName } from '../entra/user-attributes.ts';
import type { Turn } from './turn.ts';

/**
 * The subject with the directory extensions and rare properties that the app's filters and mappings read. Only the schema names them, so
 * they cost a request of their own the first time; later they come with the search. Throws GraphError.
 */
export async function withExtensions(subject: Subject, schema: Known<SyncSchema>, turn: Turn): Promise<Subject> {
  const missing = namesRead(subject, schema).filter(
    (name) => isReadByName(name) && valueToday(subject, name) === undefined,
  );
  if (missing.length === 0) return subject;
  const read = await turn.reads.extensions(subject, missing);
  return { ...subject, attributes: { ...subject.attributes, ...read } };
}
