import type { ProblemPerson } from '../diagnosis/problems.ts';
import { isAskable } from './askable.ts';
import type { Clock } from './clock.ts';
import { firstNamed } from './explanation.ts';
import type { WordedPerson } from './worded-people.ts';

/** Somebody in a list about an app: a tap asks why. */
export function wordPerson(person: ProblemPerson, app: string, clock: Clock): WordedPerson {
  const { type, id, userPrincipalName, at, ref } = person;
  const askable = isAskable(id) && isAskable(app);
  const question = askable ? ({ kind: 'explain', user: id, app, subject: type } as const) : undefined;
  return { id, name: nameOfPerson(person), userPrincipalName, type, at, ref, when: clock.moment(at), question };
}

export function nameOfPerson({ name, userPrincipalName, id }: ProblemPerson): string {
  return firstNamed(name, userPrincipalName, id);
}
