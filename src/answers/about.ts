import { permissions } from '../entra/permissions.ts';
import type { AboutQuestion } from '../questions/question.ts';
import type { AboutAnswer } from './answer.ts';
import type { Turn } from './turn.ts';

/** Read by whoever was granted it, and done without otherwise. */
const optional: string = permissions.assignedApps;

const readOnly = [...new Set<string>(Object.values(permissions))]
  .filter((permission) => permission.endsWith('.Read.All') && permission !== optional)
  .toSorted();

/** A small reply about Skipper itself. Nothing is read for it. */
export function about(question: AboutQuestion, { audit, reads }: Turn): AboutAnswer {
  return {
    kind: 'about',
    question,
    of: question.of,
    audit,
    permissions: readOnly,
    mayTestCredentials: reads.mayTestCredentials,
  };
}
