import { tutorialBySlug } from '../diagnosis/catalogue/tutorials.ts';
import type { Subject } from '../diagnosis/evidence.ts';
import { GraphError } from '../entra/errors.ts';
import type { Reads } from '../entra/reads.ts';
import type { AppAlike, Context, Offered } from '../questions/dialogue/context.ts';
import { fold } from '../questions/text/normalize.ts';
import type { Remembered, RememberedChoice } from './conversation-memory.ts';

type NameReads = Pick<Reads, 'findUsers' | 'findGroups' | 'findApps' | 'knownApps'>;

/** A longer text is a question of its own. */
export const longestFollowUp = 160;

/** "2", "the second one": which of the choices it is can be told without their names. */
const isPlaceInList = /^\W*(?:the |no |number |option )?(?:\d{1,2}|first|second|third|fourth|fifth|last)\b.{0,10}$/i;

/**
 * What a conversation was told, as the reader takes it. The names of what was offered come from the directory, in one
 * batch, where the text may use them; whoever is no longer there, or cannot be read, goes by the id.
 */
export async function contextOf(remembered: Remembered, text: string, reads: NameReads): Promise<Context> {
  const { question, subjectId, subjectType, previousId, appId, outcome, missing, choices = [] } = remembered;
  const byPlace = isPlaceInList.test(text);
  const offered = await Promise.all(
    choices.map(async (one): Promise<Offered> => {
      const { name, detail } = byPlace ? nameless : await named(one, reads);
      return { name, detail, question: one.question ?? question };
    }),
  );
  const alike = appId === undefined ? [] : alikeTo(appId, reads);
  return {
    question,
    ...(alike.length > 0 && { alike }),
    ...(subjectId !== undefined && subjectType && { subject: { id: subjectId, type: subjectType } }),
    ...(previousId !== undefined && { previous: previousId }),
    ...(appId !== undefined && { app: { id: appId } }),
    ...(outcome && { outcome }),
    ...(missing && { missing }),
    ...(offered.length > 0 && { choices: offered }),
  };
}

/** Without a request: of an app that was asked about a moment ago, the others are remembered too. */
function alikeTo(id: string, reads: NameReads): readonly AppAlike[] {
  const apps = reads.knownApps?.() ?? [];
  const own = apps.find((app) => app.id === id);
  if (!own) return [];
  const [first, ...rest] = fold(own.name).split(' ');
  return apps.flatMap((app): AppAlike[] => {
    const [begins, ...words] = fold(app.name).split(' ');
    const further = words.filter((word) => !rest.includes(word));
    return app.id !== id && begins === first && further.length > 0 ? [{ id: app.id, words: further }] : [];
  });
}

type Named = Pick<Offered, 'name' | 'detail'>;

const nameless: Named = { name: '', detail: [] };

async function named({ type, id }: RememberedChoice, reads: NameReads): Promise<Named> {
  if (id === undefined) return nameless;
  try {
    switch (type) {
      case 'user':
        return ofSubject((await reads.findUsers(id)).find((one) => one.id === id));
      case 'group':
        return ofSubject((await reads.findGroups(id)).find((one) => one.id === id));
      case 'app': {
        const tutorial = tutorialBySlug(id);
        if (tutorial) return { name: tutorial.app, detail: [] };
        const app = (await reads.findApps(id)).find((one) => one.id === id);
        return app ? { name: app.name, detail: app.galleryName === undefined ? [] : [app.galleryName] } : nameless;
      }
      // An HR system's log alone knows its workers, and its requests are dear.
      case 'worker':
      case 'question':
        return nameless;
    }
  } catch (error) {
    if (error instanceof GraphError) return nameless;
    throw error;
  }
}

function ofSubject(subject: Subject | undefined): Named {
  if (!subject) return nameless;
  const { department, jobTitle, officeLocation, city, companyName } = subject.attributes;
  const detail = [
    subject.mail,
    subject.userPrincipalName,
    department,
    jobTitle,
    officeLocation,
    city,
    companyName,
    subject.userType,
  ];
  return { name: subject.name, detail: detail.filter((part): part is string => typeof part === 'string') };
}
