import { tutorialBySlug } from '../diagnosis/catalogue/tutorials.ts';
import { GraphError } from '../entra/errors.ts';
import type { Reads } from '../entra/reads.ts';
import type { Told } from '../questions/follow-up.ts';
import type { Remembered, RememberedChoice } from './conversation-memory.ts';

type NameReads = Pick<Reads, 'findUsers' | 'findGroups' | 'findApps'>;
type Named = Pick<RememberedChoice, 'type' | 'id'>;

/** A longer text is a question of its own. */
export const longestFollowUp = 160;

/** Stands for a name that no text can be meant to say. */
const nameless = '?';

/** "2", "the second one": which of the choices it is can be told without their names. */
const isPlaceInList = /^\W*(?:the |no |number |option )?(?:\d{1,2}|first|second|third|fourth|fifth|last)\b.{0,10}$/i;

/**
 * What a conversation was told, with the names that a text may use. They come from the directory, in one batch; whoever
 * is no longer there, or cannot be read, goes by the id.
 */
export async function toTold(remembered: Remembered, text: string, reads: NameReads): Promise<Told> {
  const { question, subjectId, subjectType, appId, outcome, missing, choices } = remembered;
  const unnamed = isPlaceInList.test(text);
  const [subject, app, chosen] = await Promise.all([
    subjectId !== undefined && subjectType ? nameOf({ type: subjectType, id: subjectId }, reads) : undefined,
    appId === undefined ? undefined : nameOf({ type: 'app', id: appId }, reads),
    Promise.all((choices ?? []).map((one) => (unnamed ? nameless : nameOf(one, reads)))),
  ]);
  return {
    question,
    ...(subject !== undefined && subjectId !== undefined && subjectType
      ? { subject: { id: subjectId, type: subjectType, name: subject } }
      : {}),
    ...(app !== undefined && appId !== undefined ? { app: { id: appId, name: app } } : {}),
    ...(outcome && { outcome }),
    ...(missing && { missing }),
    ...(choices && {
      choices: choices.map((one, index) => ({ name: chosen[index] ?? nameless, question: one.question ?? question })),
    }),
  };
}

async function nameOf({ type, id }: Named, reads: NameReads): Promise<string> {
  if (id === undefined) return nameless;
  const tutorial = type === 'app' ? tutorialBySlug(id) : undefined;
  if (tutorial) return tutorial.app;
  try {
    const found = await lookUp(type, id, reads);
    return found.find((one) => one.id === id)?.name ?? id;
  } catch (error) {
    if (error instanceof GraphError) return id;
    throw error;
  }
}

async function lookUp(
  type: Named['type'],
  id: string,
  reads: NameReads,
): Promise<readonly { readonly id: string; readonly name: string }[]> {
  switch (type) {
    case 'user':
      return reads.findUsers(id);
    case 'group':
      return reads.findGroups(id);
    case 'app':
      return reads.findApps(id);
    // An HR system's log alone knows its workers, and its requests are dear.
    case 'worker':
    case 'question':
      return [];
  }
}
